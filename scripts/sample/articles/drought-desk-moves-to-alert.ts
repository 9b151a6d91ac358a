import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'drought-desk-moves-to-alert',
  headline: 'Four districts of Wajir move from “watch” to “alert”',
  standfirst:
    'Milk is dearer, the walk to water is longer, and children’s arms are thinner by a little. What the words mean, and what should follow from them.',
  place: 'wajir-town',
  publishedAt: '2026-08-04T06:00:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['weather-and-land'],
  leadImage: 'plains-dry-morning',
  body: `
A litre of camel milk cost 90 shillings in #wajir-town[Wajir] in May. On Friday it was 140. If one had to say in a single number what has happened to the pasture, that would be the number.

The Ewaso Drought Desk, a group of eight analysts who publish one page on the first Monday of every month, has moved four districts in the south and west of #wajir[the county] from “watch” to “alert”. It is the second of four steps. After it comes “alarm”, and then “emergency”, which has been reached twice in the desk’s existence.

## Why now

Three measurements, each of which would be bearable alone:

- **Water.** The distance from grazing to water, and back, is 18 kilometres on average. It was 11 a year ago. Beyond twenty, cows give no milk.
- **Milk.** A household gets 1.1 litres a day. Two is usual for the season.
- **Arms.** Of children under five, 14 in a hundred measured below 12.5 centimetres round the upper arm, up from ten in May.

@wanjiru-kamande[Dr Wanjiru Kamande], who leads the desk, is careful with the last. It comes from 31 villages, and in two the tape was new. “I have looked at it with them and without them,” she said. “It stays a rise. I would rather be told in November that I had been hasty.”

> A warning is early exactly once. After that it is a report.
> — @wanjiru-kamande

## What “alert” sets off

The word is meant to open drawers. In every county plan that we have seen there is a list of what is to be done at each step, and by whom; most lists were agreed in years with grass, when agreeing was easy. For “alert” they commonly name:

1. repairing boreholes before they are needed, pumps first;
2. buying animals from those who wish to sell, while the animals are worth it;
3. moving mobile clinics to where the herds have gone;
4. checking that schools have water for the third term.

A county officer responsible for such repairs told us that two of five crews were out already, and that spare parts for the others were expected this week. We shall ask again.

## And if it rains

The short rains are due in the middle of October. The forecasts that the desk consults see them as slightly more likely than not to be ordinary. Ordinary would do. But from the first shower until there is milk in a gourd takes six weeks, which brings one to December; and it is for these four months, Dr Kamande says, that decisions are made now.

Herders have made theirs. Two of the county’s main tracks to the north carry more animals this week than in any since March, and in #marsabit[Marsabit] the elders of four wells have met to talk about guests.

*This story is invented for the sample newsroom. The steps resemble those of real early-warning systems; the desk and its figures do not exist.*
`,
};
