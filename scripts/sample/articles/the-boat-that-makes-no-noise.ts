import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-boat-that-makes-no-noise',
  headline: 'Lamu tries a boat that makes no noise, and finds that it misses it',
  standfirst:
    'Two months of an electric ferry: the fuel is free, the captains are late, and the donkeys do not get out of the way.',
  place: 'lamu-town',
  publishedAt: '2026-11-17T06:40:00+03:00',
  authors: ['mwanaidi-shee'],
  topics: ['lakes-and-sea', 'light-and-lines'],
  leadImage: 'jetty-morning',
  body: `
The complaint came from a tea seller. For nineteen years she had put the water on when she heard the half past six boat pass the fort. In September the boat fell silent, and for a week the whole of the evening crossing stood before her kiosk without tea.

The *Kimya*, whose name means just that, is twelve metres long, built of mango wood as boats here have always been, and carries eighteen passengers. Under the benches there are batteries; on the awning there are panels. She has crossed between the mainland and #lamu-town[Lamu town] 760 times since the 9th of September, in a trial which is to run until January.

## The sums so far

- A crossing by motor boat burns 340 shillings’ worth of fuel. One in the *Kimya* costs 41, for what the panels cannot supply.
- She is slower: fourteen minutes against nine.
- She was out of service on five days. Three were for a propeller with a fishing line round it, one for a wet plug, one for a wedding.
- Her batteries cost as much as two motor boats.

The Boat Passengers’ Association, which runs her, thinks that she will have paid for herself after seven years, if the batteries hold for eight.

> A year ago we fought over who should pay for an empty seat. Now an empty seat costs four shillings. I have had to find something else to be strict about.
> — @zuhura-athman

@zuhura-athman[Zuhura Athman], the chair, has also used the boat for her other profession. A boy was born in her on 2 October, mid-channel, at half past three in the morning. With an engine running, she says, she would not have heard what she needed to hear.

## Learning to be heard

The first week brought two near misses. Swimmers did not turn round; neither did a canoe. On the sea wall, where donkeys stand with their heads over the water, a motor had always sent them back in good time. The *Kimya* came in under the nose of one and got a sack of limes on her deck.

Since then a bell has been hung at the bow, the same ship’s bell that [rings for the evening boats](/articles/lamu-night-crossing/). A boy rings it from the fort onwards. The tea seller puts on her water at the second stroke.

## The captains

Of the eleven motor boat captains four have been trained on her. They like the steering. They do not like having nothing to listen to: an engine tells you that it is tired, and a battery merely shows a number, and then a smaller one. One of them confessed that in the first days he had hummed.

@salim-bwanaheri[Salim Bwanaheri] was asked for his opinion as well, as someone who has never had an engine. He went over and back, standing, with one hand on the awning. A fine boat, he said. It had taken them only a hundred years to get back to where he was, and she would be finer still with a sail.

*This story is invented for the sample newsroom.*
`,
};
