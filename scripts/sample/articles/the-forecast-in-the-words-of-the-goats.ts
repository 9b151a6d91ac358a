import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-forecast-in-the-words-of-the-goats',
  headline: 'How do you say “forty per cent” to a herd?',
  standfirst: 'In a studio in Lodwar, five elders and a meteorologist have spent a month translating the weather.',
  place: 'lodwar',
  publishedAt: '2026-10-08T06:00:00+03:00',
  authors: ['esther-nakiru'],
  topics: ['weather-and-land', 'light-and-lines'],
  leadImage: 'rain-plains-noon',
  body: `
The difficulty begins with the word “normal”.

“Below normal” was what the seasonal outlook had said last year, and so it had been read on the radio in #lodwar[Lodwar], put faithfully into Turkana. What listeners heard was that something abnormal was under the ground. An old woman from the western hills came to the station to ask what it was and whether it could be dug up.

So this year the outlook for the short rains was not translated. It was negotiated. For four Thursdays five elders, a meteorologist from the county and the presenter of the morning programme sat in the smaller of Radio Ekeno’s two studios, below a fan that must be switched off when the red light is on.

## Ten years under a tree

They soon put percentages aside. Nobody herds a percentage. What they arrived at instead begins as follows: *Think of ten years like this one. In four of them the rain will be as your father knew it. In four it will be less. In two it will be more.*

Then the presenter waits for two seconds. The elders had insisted on it. One needs the time, they said, to choose one’s years.

> A forecast that does not leave you something to decide is only an announcement. We have enough announcements.
> — An elder from the Turkwel, to the meeting

They went on to “onset”, which became *the first rain that wets the belly of a goat lying down*; a shower which does no more than dampen her back does not count. “Dry spell” had been *the rain sleeps*, and stayed so. For “uncertainty” they tried eleven expressions. The one that was chosen can be rendered as *the scout has not come back*.

## Does it help?

The meteorologist, who had not been keen, thinks that it is the most exact forecast he has ever put his name to. In writing, he says, one can be vague. When five people ask what you mean, and go on asking, it turns out that you either know or do not.

Whether listeners will act on it is another matter. Akiru, who tends goats for three households, and whom we asked at the well, had heard it twice. She would move half the animals in the third week of October and keep half back. That was more or less what she would have done. “But now I know why,” she said, “and I can tell my brother that the radio said so.”

## On the lake too

Fishermen have since asked for their own version. On #lake-turkana[the lake] wind is what matters, and it has seven names. At #kalokol[Kalokol] @ekidor-lomurut[Ekidor Lomurut] has been collecting what his crews say about each of them and whether they go out. He has got as far as the fourth, which comes at night from the mountain and is named after somebody’s mother-in-law.

The outlook is read at ten past six in the morning and again at seven in the evening, after the death notices and before the football.

*This story is invented for the sample newsroom, as are the station and its forecast.*
`,
};
