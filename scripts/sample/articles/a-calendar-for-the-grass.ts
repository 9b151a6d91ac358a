import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'a-calendar-for-the-grass',
  headline: 'Two communities agree on a calendar for the grass between them',
  standfirst: 'It fits on one goatskin and runs to April. Who wrote it, what it says, and what it leaves open.',
  place: 'marsabit',
  publishedAt: '2026-11-09T06:00:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['weather-and-land', 'borders'],
  leadImage: 'plains-green-morning',
  comments: 'held',
  body: `
There are six moons on the skin, drawn with a burnt stick, and under each of them a sign for who may graze where. At the bottom are forty-one thumbprints. One is very small: a herd boy of nine was included at his own request, since he would be the one out there.

Elders from nine settlements on either side of the line between #marsabit[Marsabit] and #wajir[Wajir] met for five days last week beneath a tree that both sides recognise. They agreed on how to share some four hundred square kilometres of pasture which came up after October’s rain. In dry years it lies empty. In green ones it has been the reason for nearly every funeral that the people at the tree had in common.

## What the calendar says

- Until the end of November the northern half rests. No one grazes it; scouts from both sides walk it together.
- In December and January the two herds are in different halves, and change over on the first of the month.
- From February on, cattle go before goats, on account of what each leaves standing.
- Three wells stay open to all throughout. A family that waters at night leaves a lamp burning.

There is a penalty for breaking it: one heifer, to be given not to the other side but to the school that has children from both.

> An angry man will pay a fine to his enemy and be proud of it. Let him pay it to his own daughter’s teacher, and explain.
> — A woman elder from the Wajir side

## Who was there

For the first time a third of those under the tree were women, and six were younger than twenty-five. On the second day they had asked for the word. It was they, one of the young men told us, who knew where the herds had really been in the past two years; for the elders talked about valleys, and the young talked about positions. Each of them has a telephone that records where it has walked. When the tracks were laid over one another it came out that in both of the years over which there had been bitterness, either side had been in the wrong by about the same distance.

It was quiet for a time, he said, and then somebody laughed.

@guyo-boru[Guyo Boru] of the Marsabit Rain Book was there for two days to read out what had fallen, gauge by gauge. He was asked by both sides to sign as well. He put down a date.

## What it leaves open

The calendar covers grass. It says nothing about a borehole that was drilled in the disputed part in 2019 and whose key has been missing since. It says nothing of animals that are lost at night and found in the morning in another herd, with new marks. About these it was agreed to meet again, when the moon that stands third on the skin is full.

Officials of both counties had been invited as guests, and sat at the back. They were asked for one thing only: a photocopy. As the skin would not fit into the machine at #marsabit-town[Marsabit], it was photographed, and hangs in nine schools.

*This story is invented for the sample newsroom. Comments under it are read by a moderator before they appear.*
`,
};
