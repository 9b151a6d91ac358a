import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'kalokol-ice',
  headline: 'Ice comes to Kalokol, and the fish can wait',
  standfirst: 'A machine the size of a wardrobe has changed who has to hurry at the lake.',
  place: 'kalokol',
  publishedAt: '2026-06-15T08:00:00+03:00',
  authors: ['esther-nakiru'],
  topics: ['lakes-and-sea', 'light-and-lines'],
  leadImage: 'lake-boats-morning',
  corrections: [
    {
      at: '2026-06-16T09:20:00+03:00',
      text: 'An earlier version gave the price of fresh tilapia at the landing as 310 shillings a kilo after the ice machine came. It is 210 shillings. The cooperative’s share of each sale was right.',
    },
  ],
  body: `
It makes a sound like somebody dropping cutlery into a tin bath, every eleven minutes, day and night. People in #kalokol[Kalokol] have stopped hearing it. Visitors jump.

The sound is forty kilograms of ice. Since the middle of May a machine behind the landing beach has made two tonnes of it a day from lake water and sunlight, and a rule that held on this shore for as long as there were buyers has gone: that a fisherman has until ten in the morning.

After ten, fresh tilapia was no longer fresh, and the price went down by the hour until somebody offered salt. Buyers with cold lorries knew this. They had a habit of arriving at half past nine.

## Ninety shillings

@ekidor-lomurut[Ekidor Lomurut] has fished #lake-turkana[the lake] for twenty-six years and chairs the landing committee. His figures are in a school exercise book. In April the landing sold at 120 shillings a kilo on average. In the first week of June it was 210, and the lorries came at seven.

> I have sold fish to the same man since 2011. Last week, for the first time, he asked me how I was.
> — @ekidor-lomurut

Of each kilo, eight shillings stay with the cooperative: three for spare parts, two for the technician, three that nobody may touch until there is enough for a second machine. That will be in about sixteen months, if the compressor lives.

## Who keeps it cold

The compressor’s well-being is a matter for @lokwang-ebei[Lokwang Ebei], who looks after three mini-grids in #turkana[Turkana] and drives over from #lodwar[Lodwar] on Thursdays. Dust is the enemy, he says; then salt, then curiosity. In its second week the machine stopped because a child had posted a mango into it, to see.

He has trained two people at the landing to clean the filters and to say no to children. Both are women who used to dry fish, and who feared, with reason, that ice would end that trade.

## The dryers

There are about sixty of them. Their fish was what the lorries left behind, and the lorries now leave little. The committee has set aside every fifth crate for the dryers at the old price until the end of the year. The dryers had asked for every third.

“Dried fish keeps without a machine,” one of them remarked, turning tilapia on a rack with the flat of her hand. “When it breaks they will remember who we are.”

It has broken twice so far, for seven hours in all. They did remember.

*This story is invented for the sample newsroom.*
`,
};
