import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-women-who-read-the-tana',
  headline: 'Every morning at six, five people look at the river and send a number',
  standfirst:
    'From a bridge at Garissa down to the delta, a chain of gauge readers gives farms two and a half days’ notice.',
  place: 'garissa-town',
  publishedAt: '2026-09-09T06:15:00+03:00',
  authors: ['mwanaidi-shee', 'hassan-dubow'],
  topics: ['lakes-and-sea', 'weather-and-land'],
  leadImage: 'river-morning',
  body: `
1.84. The woman on the bridge looks once more, since the river is choppy this morning, and sends it.

In the course of ten minutes four other numbers join hers, from four other posts with white and black bars painted on them, the last of them 290 kilometres downstream where the Tana begins to smell of the sea. Somebody in #garissa-town[Garissa] enters the five in a table. At half past six, 2,700 telephones between the bridge and the mouth receive a text of no more than nine words. Today’s reads: *River low, falling. Safe to cross. Next: tomorrow, half six.*

## Sixty hours

Water takes about sixty hours from the bridge to the upper villages of the delta. In those sixty hours one can cut what is nearly ripe, lift a pump up the bank, walk cattle to the terraces. In April 2024 nobody had told the delta anything. One farmer, who lost two pumps then, keeps a photograph of them in his telephone, side by side in the mud, as others keep one of their children.

The chain was begun that summer by a retired ferryman and a teacher of geography. It has no office. Its entire equipment is five posts, five telephones, a tin of white paint a year, and a table.

- When the bridge passes 3.20, the text begins with *Watch*.
- At 3.80 it says *Move pumps*.
- At 4.40, *Move*.

So far it has said *Move pumps* six times. On five of them the water came. On the sixth it went into an old arm of the river which everyone had thought was closed, and a village that had not been on the list got wet feet. It is on the list now.

## Who reads

All five readers are women, which was no one’s intention. The ferryman had asked for people who were at the water at six in the morning anyway.

They are paid 4,500 shillings a month by the farms downstream, through a levy of two shillings on every sack of mangoes that leaves the delta, and they are fined nothing when they are late. In twenty-six months the bridge has missed three mornings. On one, the reader was giving birth. On one there was fog. The third she will not discuss.

> We are a thermometer. It does not cure you. But you stop arguing about the fever.
> — A mango farmer in the delta, who chairs the levy

## What the dams know

The five posts see what is in the river. They cannot see what is about to be let into it. Upstream lie the great reservoirs, and when they are full they must spill. Those who run them publish a notice, and the chain’s table has a column for it. In practice the teacher of geography telephones, and is usually told.

“I should like to have it before six,” she says. “I should like it as a number. But they do pick up.”

In the rains that are to come, a sixth post will be added, on the old arm. @wanjiru-kamande[Dr Wanjiru Kamande] of the Ewaso Drought Desk, who spends her days on too little water, has asked to receive the text as well. It does her good, she says, to know that there is some.

*This story is invented for the sample newsroom.*
`,
};
