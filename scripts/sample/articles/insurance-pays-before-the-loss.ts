import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'insurance-pays-before-the-loss',
  headline: 'The insurer that pays before the cow dies',
  standfirst: 'A satellite saw too little green around Marsabit. Eleven days later 3,140 telephones buzzed.',
  place: 'marsabit-town',
  publishedAt: '2026-07-08T06:10:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['weather-and-land', 'public-money'],
  leadImage: 'plains-dry-noon',
  corrections: [
    {
      at: '2026-07-10T11:05:00+03:00',
      text: 'We wrote that 3,410 households were paid. The number is 3,140; two digits were transposed in our notes. The headline figure in the summary has been mended as well.',
    },
  ],
  body: `
The message came during prayers, so that a whole mosque in #marsabit-town[Marsabit] knew at the same moment. It said that the season had fallen below the line, that the policy had been triggered, and that 14,200 shillings would follow. They followed before lunch.

Nobody had lost an animal yet. That is the idea. Ngamia Mutual, which insures 3,140 herding households in #marsabit[Marsabit] and #wajir[Wajir], does not count carcasses. It looks at pictures of the ground, taken every ten days from 700 kilometres up, and compares the green with that of the past twenty years. Where a district comes out among the worst four, it pays: for hay, for a lorry, for the sale of five animals while they are still worth something.

“A dead cow costs forty thousand,” says @abdinur-osman[Abdinur Osman], the mutual’s field manager. “Keeping her alive until November costs nine. Everyone who keeps cows knows that. Only insurance did not.”

## What they bought

We asked twenty-two of the insured in three settlements what they had done with the money in the first week. Twenty-two is no survey. Still:

- nine bought hay or bran;
- six paid for water by the drum;
- four sent animals to relatives by lorry, up to 190 kilometres;
- two paid school fees, cheerfully, and
- one bought a bed. She had sold hers for hay in 2022.

## When the sky is wrong

An index is not a neighbour. It averages over a thousand square kilometres, in which one valley may have been rained on while the next was not. The trade has a term for what a herder suffers whose valley was missed: basis risk. @guyo-boru[Guyo Boru], who has kept the Marsabit Rain Book since 1997, calls it something shorter.

> The satellite cannot tell a bush that goats eat from one that they do not. From up there both are green. From up there I suppose I am green.
> — @guyo-boru

His volunteers read forty-one gauges by hand every morning. In April they told the mutual that two locations on the western plain, well above the line in the pictures, had been invaded by a shrub which nothing will touch. The mutual sent somebody, who walked for three days. It has since paid those two locations half, from a reserve, and will leave the shrub’s colour out of its sums next season if a way is found.

## The price

Cover for five cattle or forty goats costs 2,900 shillings a year, of which the households pay 1,400 and a pool of donors and the county the rest. The mutual has paid out in three of its nine seasons. It cannot say whether it would survive two in a row. Asked, Mr Osman showed us a sheet on which somebody had worked it out, with a date of ruin in the second year’s June. The reinsurance that would move that date further off is being negotiated.

Meanwhile the hay price at #marsabit-town[the market] has gone from 300 to 420 shillings a bale. The satellite does not see that either.

*This story is invented for the sample newsroom.*
`,
};
