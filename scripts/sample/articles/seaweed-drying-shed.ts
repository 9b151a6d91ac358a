import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'seaweed-drying-shed',
  headline: 'A roof for the seaweed, and a quarter more for the women of Kwale',
  standfirst: 'Rain used to wash the price out of it. A shed of bamboo and greenhouse film has put an end to running.',
  place: 'kwale',
  publishedAt: '2026-07-14T07:40:00+03:00',
  authors: ['mwanaidi-shee'],
  topics: ['lakes-and-sea', 'markets'],
  leadImage: 'dhow-harbour-morning',
  body: `
Ask the members of the Mwani Women’s Group what they remember of last year and they will say: running. At the first drop, from the kitchen, from the field, once from a wedding, sixty-four women ran for the beach to roll up three hundred metres of drying seaweed before the rain could get at it.

Rain takes out the salt, and the salt is what tells a buyer that the weed is sound. One shower costs a third of the price. Two make it compost.

Since April there has been a shed. It stands above the tide line on the south coast of #kwale[Kwale], twenty-four metres of bamboo hoops under the clear film that flower growers use, open at both ends. Inside it is as hot as a bread oven. The weed dries in two days instead of four and does not care what the sky is doing.

## The sums

@mwanasha-kombo[Mwanasha Kombo], the group’s chair, keeps the keys and the book. In the second quarter of last year they sold 8.2 tonnes at an average of 38 shillings a kilo. This year it was 8.9 tonnes at 47.

> It is the same sea and the same women. We only stopped giving a share to the rain.
> — @mwanasha-kombo

The film cost 212,000 shillings, the bamboo 40,000 and the labour was their own. It will be paid off in December. Until then, five shillings of each kilo go to the savings society that lent the money; the rest is paid out on the first Friday of the month, in cash, by name, aloud.

## A longer walk

Not everything has become easier. The lines, on which the weed grows for six weeks, used to be a hundred metres out at low water. The sea in the lagoon is warmer than it was, and in two of the last three hot seasons whole rows went white and fell off. The group has moved its lines to deeper, cooler water. To reach them takes twenty-five minutes on foot over coral, or a boat.

They have no boat. They have rented one on spring tides, for 1,200 shillings, and nineteen of them are learning to swim, from a retired ferry hand who makes them float on their backs and recite the price list.

## The buyer’s view

The weed goes to Mombasa, is baled and shipped, and comes back from the other side of the world in toothpaste. An exporter who buys from eleven groups along the coast said that he now pays the shed’s weed two shillings above the others’ because he need not open every sack. He would buy twice as much.

Ms Kombo has heard that before, from another exporter, in the year before he stopped. She has asked for it in writing. Meanwhile four of the women have begun to make soap.

*This story is invented for the sample newsroom.*
`,
};
