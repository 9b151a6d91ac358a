import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'saturday-court-in-busia',
  headline: 'On Saturdays the court in Busia hears those who cannot come on Tuesday',
  standfirst: 'Twelve cases in a morning: two bicycles, a debt of tomatoes, and a fine in the wrong currency.',
  place: 'busia-town',
  publishedAt: '2026-08-20T07:30:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['public-money', 'borders'],
  leadImage: 'court-morning',
  body: `
“Whose tomatoes were they when it began to rain?” asks the magistrate, and for a moment there is no sound in the room but the fan.

It is case seven of twelve. A trader from the Kenyan side sold forty crates to one from the other. They shook hands at noon; at one the crates stood on a handcart in the middle of the pedestrian lane, paid for by half, when the sky opened. Each holds that they were the other’s by then.

For the trial period of a year there is a sitting on Saturdays in #busia-town[Busia], from eight to one, for small matters between people who cross the #kenya-uganda-border[border] to trade. On weekdays they do not come. A day in court is a day without a stall, and a hearing is seldom only one day. So debts were left to grow, and were settled at last by cousins.

## One morning

@beatrice-nyaboke[Beatrice Nyaboke] has presided over the sitting since it began in May. She has a clerk, an interpreter with five languages and a kitchen timer, set to twenty-five minutes. When it rings, whoever is speaking may end the sentence.

- **Case 1.** A bicycle lent in February. Returned, with another saddle. The saddle to be given back; it is under the bench.
- **Case 3.** A customs fine of 6,000, levied in one currency and receipted in the other. Sent back to the office with a calculation.
- **Case 4.** A second bicycle. The same saddle.
- **Case 9.** Two sisters, a stall, a late mother. Adjourned, at their own wish, till after the funeral rites.

Nobody is accused of a crime here, and a lawyer is permitted but rare. In fourteen weeks the sitting has taken 161 cases and ended 148. Nine have been appealed.

> Most of them do not come to be told who is right. They come so that it will have been said aloud, once, by both, in the same room.
> — @beatrice-nyaboke

## From the other side

A judgment given here binds nobody over there. That it is honoured all the same, in five cases out of six by the clerk’s count, has to do with the pedestrian lane: it is two metres wide, and you will meet again tomorrow. @okello-wandera[Okello Wandera], of the border agents’ forum, would still like a paper which both sides stamp. “Shame is a good policeman,” he says, “but he does not work on market days. There are too many people.”

The traders of the #uganda[Ugandan] Busia have proposed a bench with two magistrates, one from each side, and a table that stands in the lane. It was not clear on Saturday who would own the table.

## Tomatoes

And the forty crates? The magistrate asked when the second half of the money was due. On delivery, both said. Had the cart reached the line painted on the ground? One wheel had. She took off her glasses and put them on again. Then the seller was to bear the rain on the three wheels’ share, and the buyer on one: thirty crates and ten.

It was a handcart with two wheels, the buyer said. The timer rang. Twenty and twenty.

They went out by the same door and shared an umbrella.

*This story is invented for the sample newsroom, and so are the court and everyone in it.*
`,
};
