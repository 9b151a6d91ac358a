import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'busia-one-desk-queue',
  headline: 'Nineteen hours at Busia: where a lorry’s day goes',
  standfirst: 'We followed one consignment of maize flour from the back of the queue to the other side, with a watch.',
  place: 'busia-town',
  publishedAt: '2026-06-09T06:45:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['borders', 'markets'],
  leadImage: 'lorry-queue-dusk',
  body: `
16:10, Monday. A lorry with 28 tonnes of maize flour takes its place behind ninety-one others, 2.6 kilometres before the #kenya-uganda-border[border]. Its driver switches off the engine, opens the door and lays a mattress across the seats. He has done this often enough to own a good mattress.

The flour was milled in Eldoret and is for a school supplier in #uganda[Uganda]. Between the two lies a gate that, on paper, takes forty minutes.

## The clock

- **16:10 to 23:50.** Moving up. On average one lorry passes every five minutes; then, from seven until nine, none at all. It is supper time, and the night shift’s bus is late.
- **23:50 to 06:00.** Parked at the weighbridge, which opens in the morning.
- **06:00 to 06:25.** Weighed. Two hundred kilograms under what is declared, which is flour that has settled into the road from Eldoret.
- **06:25 to 09:40.** Waiting for a document that has been sent, has arrived, and cannot be found.
- **09:40 to 11:10.** Four desks, two stamps, one signature, a wrong initial, the signature again.

At ten past eleven, nineteen hours after it joined the queue, the lorry rolls past the barrier. Its wheels have turned for fifty-three minutes.

## The lost document

The three hours in the middle are what @okello-wandera[Okello Wandera] wanted us to see. He chairs the Busia Border Agents’ Forum and has cleared goods here since forms came in four colours. Everything is electronic now, he says, and everything is also printed, because somewhere along the line there is always one person without a screen.

> We did not replace the paper. We gave it a computer to travel with.
> — @okello-wandera

That morning the declaration had gone from one system to another under two spellings of the consignee’s name. Each office could see one. An agent’s daughter, who is twenty-two, found the second by searching for the lorry’s number plate.

## What would help

The forum has counted 1,400 crossings since January. It does not ask for a new road or a larger yard. Its list, sent to both sides, has four lines:

1. Search by number plate.
2. Open the weighbridge at four.
3. Let the night shift come on before the day shift goes.
4. One spelling.

Officials on the Kenyan side, who asked not to be named since they may not speak for their office, called the third point reasonable and said of the fourth that it had been raised before. The forum has had no answer from the Ugandan side yet; we asked there too, and will report what we hear.

The driver sold two sacks’ worth of waiting time, as he calls it: he mends other drivers’ telephones while he stands. On Monday night he earned 900 shillings. He was back in the queue, from the other direction, by four.

*This story is invented for the sample newsroom.*
`,
};
