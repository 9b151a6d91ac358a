import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'mandera-opens-after-supper',
  headline: 'Mandera opens again after supper',
  standfirst: 'Forty lamps, a tailor and the smell of frying: the market has taken back three hours of the evening.',
  place: 'mandera-town',
  publishedAt: '2026-09-22T07:00:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['markets', 'light-and-lines'],
  leadImage: 'night-town',
  body: `
The tailor was the first. He had moved his machine under the lamp by the pharmacy because of an order of school uniforms that would not fit into the day, and next evening there was a woman beside him who sold fried dough to those who stood and watched.

It was in July. By now some seventy stalls are open in #mandera-town[Mandera town] between seven and ten, along two streets and a half. You can buy milk, batteries, a shirt, dates of three degrees of stickiness, a charger, a chicken in any condition, and from a boy with a tray the small combs that are always lost.

## Forty lamps

For years the shutters came down at six. There had been reasons for it, and then there had been the habit, which outlived the reasons by some time, as habits do. What was missing was light one could rely on. The street lamps hung on the same line as the pumps; when the pumps ran, the lamps were brown.

In June a committee of traders bought forty lamps which have a panel and a battery each. They cost 23,000 shillings apiece. Whoever has a stall within ten paces of one pays thirty shillings an evening, and the committee’s treasurer walks round with a receipt book at eight, when nobody can claim to have sold nothing yet.

> My husband said, who will come? I said, people who have been at home with each other since six.
> — A seller of milk

Of the forty, two have been stolen, and one was brought back.

## What it brings

Fifteen stallholders let us look into their books. In August the three evening hours brought them between a fifth and a half of the day’s takings. The half belonged to the dough. @yusuf-madobe[Yusuf Madobe], whose company carries most of the town’s mobile payments, sees the same thing in his traffic: a hump after the last prayer that was not there in spring. He has moved his maintenance from nine in the evening to three in the morning. His technicians have noticed.

Women make up two in three of those selling. Several said that they do not trade by day, when there is the house, and when the good places belong to people who have had them from their fathers. In the evening no place had belonged to anybody. For about three weeks it was possible to get one by being there.

## The other hours

Not everybody is glad. The hotel by the roundabout has lost its suppers. Parents have complained about the boy with the combs, who is eleven, and he now goes home at eight; his brother, who is thirteen, takes over the tray. An imam has asked for quiet during the prayer and has been given it, to the second, by the man who runs the loudspeaker of the mattress shop and used to be the muezzin’s best pupil.

At ten someone strikes a piece of rail that hangs by the pharmacy. Lamps are dimmed one after the other, starting at the river. From the hill on the other side, in #ethiopia[Ethiopia], the traders there say, it looks as if somebody were slowly pulling up a blanket.

*This story is invented for the sample newsroom.*
`,
};
