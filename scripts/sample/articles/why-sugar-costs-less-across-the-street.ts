import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'why-sugar-costs-less-across-the-street',
  headline: 'Why sugar costs less across the street',
  standfirst:
    'Two shops, eighty metres apart, have sold the same kilo at different prices every day this year. The gap is made of five things.',
  kindOfWork: 'analysis',
  place: 'busia-town',
  publishedAt: '2026-09-15T06:20:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['markets', 'borders'],
  leadImage: 'market-stalls-dusk',
  corrections: [
    {
      at: '2026-09-17T08:00:00+03:00',
      text: 'The gap between the two shops on 14 September was 31 shillings a kilo, not 34. The parts in the list were right, and now add up.',
    },
  ],
  body: `
On Monday a kilogram of brown sugar cost 168 shillings in the shop with the green shutters, on the #kenya[Kenyan] side. Through its door you can see the other shop, which is in #uganda[Uganda], and has a cat. There the kilo cost 137, converted.

Thirty-one shillings for eighty metres. We have written down both prices every Monday since January. The gap was never below 19 and never above 46, and it has not once gone the other way.

Whoever wants to understand a border could do worse than take these thirty-one shillings apart.

## The five parts

- **Cane, 11.** It grows on both sides. On one it is cut in smaller plots, by more people, farther from the mill, and a tonne of it costs more at the gate.
- **Levies, 9.** There are four of them on the dearer side and two on the other. Some pay for roads on which cane is carried. Some are paid because they have always been.
- **Age of the mill, 5.** An old boiler burns more to give less.
- **Transport, 2.** It is less than people think. Both shops are supplied by bicycle.
- **The rest, 4.** This, said the shopkeeper with the green shutters, is for worrying.

We put the parts to two traders’ associations and a retired mill accountant. They disputed the sizes of the second and third, by about two shillings either way, and nobody disputed the fifth.

## Where the sugar goes

At thirty-one shillings’ difference a person who carries ten kilos home over the line earns what a porter gets in a morning. That is permitted: for one’s own use, in modest quantity. Everyone in #busia-town[Busia] is of the opinion that their own quantity is modest.

> Nobody smuggles here. We have large families.
> — A customer, with three boys and six bags

Larger amounts go by night and by other paths, and this article is not about them, except for one thing: they are the reason why the gap is never much above forty. At forty it pays to hire a second bicycle. In that sense it is the paths, and not the ministries, that set the highest price at which sugar can be sold in the shop with the shutters.

## What closes a gap

There are three ways to do it, all of which have been tried.

1. *Guards.* In the six weeks of 2024 in which the lanes were watched by day and night, the gap grew to 58, and so did the fee of whoever knew a guard.
2. *Taxes.* When one levy was suspended in 2025 the price fell by exactly that much in four days, and after the levy came back it rose in one.
3. *Mills.* A new boiler takes three years to pay and one minister to announce.

@okello-wandera[Okello Wandera], who until last month chaired the border agents’ forum, favours the third and expects the first. In the meantime he takes his tea, as he always has, in the shop with the cat. There they ask him how many. He says two. It costs him a fifth less than at home, and he has had, he points out, to walk.

*This story is invented for the sample newsroom, prices included.*
`,
};
