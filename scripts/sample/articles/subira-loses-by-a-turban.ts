import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'subira-loses-by-a-turban',
  headline: 'Subira loses by the length of a turban',
  standfirst: 'Seven dhows, a falling tide and a sandbank that was not there last year: the August race at Lamu.',
  place: 'lamu-town',
  publishedAt: '2026-08-13T18:20:00+03:00',
  authors: ['mwanaidi-shee'],
  topics: ['school-and-play', 'lakes-and-sea'],
  leadImage: 'dhow-harbour-dusk',
  body: `
By the third buoy the crew of the *Subira* were standing on a plank over the water, seven men one behind the other, and the last of them was bailing with a sandal.

They had led since the start. @salim-bwanaheri[Salim Bwanaheri], who is forty-four and has won the August race at #lamu-town[Lamu] three times, had taken the inner line under the mangroves, where there is less wind but the tide still runs out a little longer. Everybody knows of it. Only he dares, because one has to turn away from the roots at the moment when the leaves, not the water, begin to move.

“You look at the third branch,” he said afterwards, to a ring of boys. None of them asked which tree.

## Seven sails

Seven boats had come to the line, two fewer than last year. One is on the slip with worm in her keel; one has been sold, to a hotel, to stand in a garden. Those that raced were between eight and eleven metres long, each with a single sail on a slanting yard which has to be carried round the mast by hand at every turn. A good crew needs eleven seconds. A bad one gets wet.

There is a course of about fourteen kilometres: out along the front, round a buoy off the channel’s mouth, back against the wind, and once more. There are two rules. The second is that nobody may be left in the water.

![dhow-harbour-noon]

## The bank

It was decided on the second leg home. Since the heavy tides in May a sandbank has lain where the charts, and the uncles, have always had two fathoms. Captain Bwanaheri knew about it. He had sounded it on Tuesday with a pole. What he could not know was that between Tuesday and Thursday it had grown by a boat’s length.

The *Subira* touched. She did not stop; she sighed, somebody said, and leaned, and seven men ran inboard. It took as long as it takes to say it. Behind her the *Mashallah*, whose captain is twenty-three, a nephew of his, and had not dared to go near the mangroves at all, came past on the outside with dry feet.

> I taught him to stay away from that side. What can I say? He is obedient.
> — @salim-bwanaheri

The margin at the line was given by the judges as “one turban, unwound”. It has been customary here since before there were stopwatches, and stands for some five metres.

## Results

1. *Mashallah*, 1 h 52 min
2. *Subira*, by a turban
3. *Bahati Njema*, 1 h 58 min
4. *Zawadi*, 2 h 6 min, having gone back for a man

Three more finished after the prize-giving. The prize was a sail of new cotton, which the winner gave to his uncle before the drums had stopped; the uncle is thinking it over.

*This story is invented for the sample newsroom.*
`,
};
