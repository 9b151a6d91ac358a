import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'lamu-night-crossing',
  headline: 'After dark, Lamu’s boats will leave when they say',
  standfirst:
    'Six lamps, a bell and a sheet of paper: passengers and boatmen have agreed on a timetable for the last crossings of the day.',
  place: 'lamu-town',
  publishedAt: '2026-05-28T07:15:00+03:00',
  authors: ['mwanaidi-shee'],
  topics: ['lakes-and-sea'],
  leadImage: 'jetty-dusk',
  body: `
The last boat used to leave when it was full. On a Friday that meant six o’clock, on a Tuesday half past seven, and once, in March, it meant that eleven people slept on sacks of rice at the mainland jetty because the boat had filled with cement.

From Monday the crossing between the mainland and #lamu-town[Lamu town] has a timetable. It is one sheet of paper, laminated, and it says: half past six, half past seven, half past eight. Four minutes before each departure somebody rings a ship’s bell that came off a wreck in the 1970s and had served since then as a doorstop.

## What it took

The Lamu Boat Passengers’ Association and the boatmen negotiated for eleven weeks. The boatmen’s fear was simple: a boat that leaves half empty burns the same fuel. The answer, when it came, was a pot. Everyone who crosses after six puts ten shillings more into it, and the pot pays the fuel of any boat that sails with fewer than nine aboard.

“We worked it out from my own notebook,” says @zuhura-athman[Zuhura Athman], the association’s chair. She is a midwife, and has written down every crossing of hers since 2019, with the hour, because the hospital asks. Of 1,904 evening boats, 611 sailed with fewer than nine.

> A child does not wait until the boat is full. I have told them so in the middle of the channel, and one of them proved it.
> — @zuhura-athman

In its first three evenings the pot took in 2,340 shillings and paid out 1,900.

## The lamps

Light was the other half. Six solar lamps now stand along the steps on the mainland side, where the stone is worn and, at low tide, green. Three women broke wrists there last year. The lamps were paid for by a collection in two mosques, a church and a hardware shop, whose owner would like it known that he gave the brackets too.

Captains have mixed feelings. @salim-bwanaheri[Salim Bwanaheri], who sails a dhow and not a motor boat, finds that bright steps make a dark channel. “For a minute you see nothing but the lamp,” he said. “Then you see the other boat.” The lamps have since been given hoods cut from paint tins.

## The rules, as they hang at both jetties

1. The bell rings four minutes before. Whoever is aboard when the rope is off, travels.
2. No more than eighteen passengers, children counted.
3. Life-jackets are worn, and not sat on.
4. Cement travels in the morning.

The fourth rule was carried without a vote against.

*This story is invented for the sample newsroom.*
`,
};
