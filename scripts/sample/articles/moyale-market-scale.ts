import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'moyale-market-scale',
  headline: 'Moyale weighs its goats, and the brokers do the arithmetic',
  standfirst:
    'For as long as anybody remembers, a goat was sold by the look of it. Since Monday there is a scale at the gate.',
  place: 'moyale',
  publishedAt: '2026-05-22T06:30:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['markets'],
  leadImage: 'goat-market-morning',
  body: `
The first goat to step on the scale at #moyale[Moyale] market weighed 27.4 kilograms, and its owner did not believe it. He led it off, walked it once round the pen and led it on again. 27.4 kilograms.

“So I have been selling thirty-kilo goats that were not,” he said, and then, after some thought, “or buying them.”

The scale belongs to the Moyale Livestock Traders’ Cooperative, which has 212 members and, since Monday, one steel platform under an iron roof. It cost 186,000 shillings. Nobody is obliged to use it. By Wednesday noon 340 animals had crossed it anyway, and the queue reached the tea kiosks.

## A price per kilo

Brokers at Moyale have always bought by eye: a hand along the spine, two fingers behind the shoulder, a number murmured under a cloth. A good eye is right to within a kilo. The trouble, says @halima-gedi[Halima Gedi], who chairs the cooperative, is that there are two eyes in every sale and only one of them does it for a living.

> My mother sold goats for forty years to a man who could weigh them with his hand. She could not. That is not a market, that is a lesson, and we paid for it every Monday.
> — @halima-gedi

The cooperative chalks up the week’s price for three grades each morning. On Wednesday a fat castrate fetched 410 shillings a kilo, a doe 330. Sellers may ask for more; buyers may offer less. What has changed is that both begin from the same number.

## The cloth stays

The brokers, who were expected to object, have mostly bought calculators. One of them, who has traded here since 1991, used to finish a sale in about a minute. Now it takes four, he says, but nobody returns in the afternoon with an uncle.

Across the street, on the side of town that belongs to #ethiopia[Ethiopia], the traders are watching. @selam-bekele[Selam Bekele] deals in cloth and coffee rather than livestock, yet her customers spend what their goats bring. “When they are paid by weight they come to me knowing what they have,” she said. “They bargain less. I am not certain that I like it.”

There are things that a platform cannot weigh:

- whether a doe is in kid, which is worth about 1,500 shillings to somebody with pasture;
- age, still read from the teeth;
- how far the animal has walked. A goat from the far side of the lava plain loses up to two kilos on the way and drinks them back overnight.

For the last of these there is already a practice. Sellers who come from far arrive the evening before, pay twenty shillings for the trough and sell in the morning. The cooperative has noticed, and has not forbidden it. “Water is also a thing that they bought,” said Ms Gedi.

The scale is to be tested with a stamped weight on the first Monday of every month, in public, at nine.

*This story is invented for the sample newsroom.*
`,
};
