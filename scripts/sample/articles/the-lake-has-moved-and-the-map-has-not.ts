import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-lake-has-moved-and-the-map-has-not',
  headline: 'The lake has moved, and the map has not',
  standfirst:
    'Where the water stands today, the land register shows plots. What a rising shore does to a town that was built to be near it.',
  kindOfWork: 'analysis',
  place: 'kalokol',
  publishedAt: '2026-11-03T06:30:00+03:00',
  authors: ['esther-nakiru'],
  topics: ['lakes-and-sea', 'public-money'],
  leadImage: 'lake-boats-dusk',
  body: `
The former fish store has a tide mark on the inside. Cormorants sit on its roof beam. To reach the door, which is open, one goes by boat.

When the store was built it stood some way from #lake-turkana[the lake], so far that people grumbled. That was a lifetime ago, as fishermen reckon. Lakes in the Rift have been rising and falling for as long as there are stories, and there is a song at #kalokol[Kalokol] about a man who married on an island and grew old on a hill. What is new is that in the meantime somebody drew a map.

## Plots with fish in them

On the map at the landing committee’s office there are 64 plots along the shore. We walked them, or tried to, with @ekidor-lomurut[Ekidor Lomurut] and a satellite receiver.

- 22 are dry.
- 17 are under water for part of the year.
- 25 are lake.

For the 25 there are owners. Some hold papers; some hold a letter which says that papers will follow; the grandmother of one marked hers with four stones, and he can still show them to you, on a still day, from above. They ask where their land has gone. But the question that occupies the town is a different one: whose is the new shore?

For a landing must be at the water. When the water moves inland by three hundred metres, then so do the boats, the scales, the tea and [the ice machine](/articles/kalokol-ice/), onto ground which on the map is called grazing, and belongs to a different clan.

> The fish do not ask who owns the beach. It would save us much time if they did.
> — @ekidor-lomurut

## Three ways of being right

There are, broadly, three views.

**The paper.** A plot is a plot, wet or dry. Its owner is owed another. It is a clear rule, and a dear one; it would also mean that whoever bought sand from a speculator in a dry year is made whole by those who did not.

**The water.** Shore is whatever is next to the lake, and is held in common. This was the custom, the elders say, and it worked as long as nobody built anything heavier than a boat.

**The use.** Who landed fish on the old shore may do so on the new one, and pays the graziers for it by the boat. This is what in fact is happening. Each boat gives the clan inland two fish a day. Nobody has written it down, out of a feeling that it would stop working.

## What could be decided

Lawyers whom we asked pointed out that a county can declare a strip along a shore to be public, and that such a strip may be described not by coordinates but by its distance from the water. It would then move with the lake. It exists elsewhere, and has a long name. None of the lawyers knew of an example in #turkana[Turkana].

A strip that moves would not give the 25 their land back. It would stop there being a further 17. And it would allow the committee to do what at present it cannot: to ask for a grant, for which one needs to be somewhere.

## The next metre

Nobody can say whether the lake will go on rising. Rivers that feed it come from the highlands of #ethiopia[Ethiopia], where it rains as it likes and where there are dams. In the past three years the water has come up, stood, gone down by a hand and come up again. The landing’s own gauge is a steel post with notches. It has been moved twice.

In the exercise book where he notes the price of fish Mr Lomurut has begun a page for the shore. There are two columns, *where it was* and *where we are*. He fills in the second in pencil.

*This story is invented for the sample newsroom. The lake is real, and so is the trouble that lakes of the Rift have given their shores.*
`,
};
