import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'small-fish-off-the-ground',
  headline: 'The small fish leave the ground',
  standfirst:
    'Dried on sand, omena is worth sixty shillings. Dried at the height of a woman’s hip, it is worth a hundred and ten.',
  place: 'busia',
  publishedAt: '2026-10-14T06:45:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['lakes-and-sea', 'markets'],
  leadImage: 'fish-racks-noon',
  body: `
@grace-nabwire[Grace Nabwire] buys with her thumb. She presses it into the basin, draws it out and looks at what has stuck to it. If it is scales she nods. If it is sand, she moves on to the next basin without saying anything, and the whole beach has seen.

What she buys is omena, a silver fish as long as a finger, which is taken at night by lamplight from Lake Victoria, and by noon lies drying along the whole shore of #busia[Busia]. It feeds children, chickens and half of the boarding schools in the region. It used to be spread on the ground. The ground contributed sand, hens, dew and, once, a set of false teeth.

## At the height of a hip

In February women at three landings put up racks: eucalyptus poles, old fishing net stretched over them, at ninety centimetres, which is about where one’s hands are. A rack of six metres costs 3,100 shillings and dries a basin in five hours instead of nine. There are now 240 of them.

- Sand in a kilo: from 40 grams to under two.
- Spoilt when it rains: from a third of the catch to a twentieth, for the net with the fish on it can be rolled up in a minute.
- Backs: better, say all of the fourteen women we asked, with a hand on the place.

Price followed. Ms Nabwire used to pay sixty shillings a kilo. She pays 110 for rack-dried fish, and 55 for the other.

> I sell to mothers. A mother bites one before she buys. With sand I had to talk. Now I am quiet, and she bites another.
> — @grace-nabwire

## Two shores

She is from the #uganda[Ugandan] side, where she has bought in the same way for ten years, and it is there that she had seen the racks first. In January she brought a group of women across the #kenya-uganda-border[border] in a bus to look at them. The trip cost her 18,000 shillings. Asked whether it was generosity, she thought about it. “I was tired of my own thumb,” she said.

Since then her competitors have begun to buy on the same beaches, at 115.

## What is not dry yet

There are two quarrels. Men who own the boats have observed that fish which brings more on the rack might bring more in the basin too, and have raised what they ask of the women from 900 to 1,300 shillings. The landings’ committees are to decide on a ceiling this month.

The other is over poles. Eucalyptus has become dear since everybody wants racks; some are cut from the shore, where they had been planted to hold it. One of the landings has gone over to metal tubes, from a school that got new desks. It is the only landing on the lake, as far as we know, whose fish dry on chairs.

*This story is invented for the sample newsroom.*
`,
};
