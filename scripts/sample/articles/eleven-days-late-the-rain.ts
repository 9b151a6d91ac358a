import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'eleven-days-late-the-rain',
  headline: 'Eleven days late, at ten past three, the rain',
  standfirst:
    'It began on the mountain, came down by the school and had reached the lava plain by dark. What fell, where, and on whom.',
  place: 'marsabit',
  publishedAt: '2026-10-26T18:45:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['weather-and-land'],
  leadImage: 'rain-plains-dusk',
  body: `
Dogs were the first to move. Then the tin roofs of #marsabit-town[Marsabit town] began to tick, one here and one there, like something cooling; and then one could no longer hear what anyone said, and nobody was saying anything.

It was ten past three on Sunday afternoon. By the reckoning of the Marsabit Rain Book, in which the short rains have begun on 14 October in the mean of 29 years, they were eleven days late.

## The figures, as of this morning

Forty-one gauges are read by hand. Thirty-eight had something in them.

- Mountain, forest edge: 61 millimetres
- Marsabit town: 38
- Acacia Plain: 22
- Western plain, six gauges: 3 to 9
- North, towards #moyale[Moyale]: 14 to 27
- Three gauges on the lava: none. One of these has been sat on.

@guyo-boru[Guyo Boru] received them by telephone from five in the morning on, and wrote each down twice, once for the book and once for whoever might ask. He is 68. “It is a beginning,” he said. “I have seen beginnings before.”

> One writes the number and closes the book. Being glad comes afterwards, outside, where it does not blot.
> — @guyo-boru

## At the school

At Acacia Plain the third lesson of the afternoon was under way when it reached the dormitories. @tume-galgallo[Tume Galgallo], the headteacher, says that the plan for this event had been rehearsed: class eight to the tank, class seven to the gutters, everyone else to stay seated. Classes eight and seven carried it out. Everyone else was in the yard with their mouths open.

[The gutters](/articles/the-school-that-drinks-last/) have been up since the second week of October. The money came from readers of this newspaper, a church in Kisumu and a quarry, in amounts between 50 and 120,000 shillings. On Sunday the rope showed 31,000 litres at three and 58,400 at half past five. In chemistry the class may start on solutions.

![rain-plains-noon]

## Too much, too little

Two roads are cut: the one to the west at the second ford, and the track past the quarry. A lorry with hay stands in the first, up to its axles, and sells from where it is. On the slope above the market a wall fell on three goats. Nobody has been reported hurt.

For the western plain, where pasture was poorest, what fell is not enough to bring up grass. It does fill pans, and animals will now walk there to drink and find nothing to eat. That is the dangerous fortnight, says @wanjiru-kamande[Dr Wanjiru Kamande] of the Ewaso Drought Desk. She advises against moving herds back until a second fall of at least 20 millimetres. In the north and on the mountain she sees no reason to wait.

The alert for the south and west of #wajir[Wajir] stays in force. There it was cloudy on Sunday, and in the evening a wind got up that smelled of it.

*This story is invented for the sample newsroom, rain included.*
`,
};
