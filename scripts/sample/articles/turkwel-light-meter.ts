import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'turkwel-light-meter',
  headline: 'The village that reads its own meter',
  standfirst: 'At the end of a line of 144 panels, 87 households have agreed who may iron, and when.',
  place: 'lodwar',
  publishedAt: '2026-06-26T06:20:00+03:00',
  authors: ['esther-nakiru'],
  topics: ['light-and-lines'],
  leadImage: 'solar-noon',
  body: `
Ironing is on Saturdays. It says so on a board outside the battery house, between the telephone number of the technician and a drawing of a lamp with a smile.

The settlement lies two hours’ drive from #lodwar[Lodwar], on the side of the Turkwel where the track gives up. It has had electricity since October: 144 panels, a container of batteries, nine streets of poles. It has had arguments about electricity since November. By February the batteries were flat at eight every evening, and nobody had done anything wrong. Eighty-seven households had each done one more thing.

## A dial for everyone

What the engineers suggested was a limit in every house. What the Turkwel Light Cooperative decided instead, after four evenings under a tree, was a dial on a post in the middle of the market. It has a hand as long as an arm, it is driven by the battery’s charge, and anyone can read it from the well.

- On green, do as you please.
- On yellow, lights, radios and telephones.
- On red, the clinic’s refrigerator and the lamp at the well, and nothing else.

There are no fines. There is a post in the market with a hand as long as an arm, and everybody can see your window.

> I can switch off any house from my telephone. I have done it twice, and both times it was my brother’s.
> — @lokwang-ebei

@lokwang-ebei[Lokwang Ebei], who keeps the grid, says the flat evenings have stopped. In May the hand went to red on two nights, both cloudy. The cooperative now sells somewhat more power than it did before, because people use it at noon, when there is most.

## The welder’s bargain

Noon belongs to the welder. He came in January with a machine that draws as much as thirty houses, and was nearly sent away. The cooperative’s treasurer, a woman who had kept the accounts of a church for twenty years, worked out that one welder at noon pays for the lamp at the well all night. He has a key of his own now, which works from eleven until two.

He has made eleven gates, two goat carts and a goal. The other goal is on order.

## What it costs

A household pays 350 shillings a month and 28 for each unit beyond the tenth. Six in ten stay below. Four have fallen behind, and have agreed to pay in charcoal for the dispensary’s kitchen, or in panel washing: each row must be wiped every fifth day, at dawn, before the dust has baked.

The batteries are expected to last for eight years. In the ninth they will cost what 87 households pay in three. There is an account for that, too. Its balance is on the board, beside the ironing.

*This story is invented for the sample newsroom.*
`,
};
