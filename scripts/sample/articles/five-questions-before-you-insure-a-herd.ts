import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'five-questions-before-you-insure-a-herd',
  headline: 'Five questions to ask before you insure a herd',
  standfirst:
    'Sponsored by Ngamia Mutual, which sells such insurance and hopes that you will ask them of others as well.',
  kindOfWork: 'sponsored',
  place: 'marsabit-town',
  publishedAt: '2026-08-27T09:00:00+03:00',
  authors: ['abdinur-osman'],
  topics: ['weather-and-land', 'markets'],
  leadImage: 'camels-dusk',
  comments: 'closed',
  body: `
The window in which you can buy cover for the short rains opens on Tuesday and closes when September does. In these four weeks you will be visited by agents, some of them ours. Here is what we would ask them in your place.

## 1. What exactly do you measure?

There are policies that pay when an animal dies, and others that pay when the pasture does. The first need a witness, a photograph and patience. The second pay sooner, but they look at an area and not at your herd: your goats can starve in a district that is on average green. Ask to see your own location on the map. If the agent has no map, offer tea and change the subject.

## 2. When was the last time that you paid, and how much?

A good answer has a month in it. Ours is July of this year, 14,200 shillings for five cattle, in two counties; [this paper reported on it](/articles/insurance-pays-before-the-loss/), including what went wrong.

## 3. What happens if I pay only part?

With most insurers: nothing is covered. With us, part is covered, beginning with the animals in milk. Whatever the rule, let it be read to you before you hand over the money, by somebody who does not earn from it. A schoolchild will do nicely.

## 4. Who pays if you cannot?

Every insurer can be struck by two bad seasons in a row. Behind a sound one stands another, larger, usually far away; this is called reinsurance. Ask for its name. We are at present insured for one bad season and are negotiating about the second. You should know that before you sign.

## 5. How do I leave?

Ours is a single page. You may cancel until the last day of September and get back everything but 100 shillings. From October on the season has begun, and nobody can leave or join, just as one cannot bet on a race that is being run.

## Where to find us

- #marsabit-town[Marsabit town], behind the bus stage, Monday to Saturday
- #moyale[Moyale], at the livestock market’s gate, on market days, beside the scale
- #wajir-town[Wajir town], at the wells, Tuesdays and Fridays before ten

Bring the names of those who herd for you: they can report for you when you are away. You need not bring the animals, although somebody always does.

*This is a sponsored article. It was written by a customer of the paper and not by its staff. Ngamia Mutual and the author are invented for the sample newsroom.*
`,
};
