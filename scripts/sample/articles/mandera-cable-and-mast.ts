import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'mandera-cable-and-mast',
  headline: 'Mandera’s internet hangs on a cable 1,000 kilometres long, and on a man with a ladder',
  standfirst:
    'When the line from the south is cut, a company with eleven employees keeps the town’s shops open. On most days.',
  place: 'mandera-town',
  publishedAt: '2026-07-27T06:50:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['light-and-lines'],
  leadImage: 'mast-dusk',
  body: `
On 3 July, at 14:06, somebody digging a culvert in another county put a shovel through #mandera[Mandera].

He did not know. The orange duct he hit holds one fibre pair, and by way of that pair the north-eastern corner of #kenya[Kenya] talks to the rest. At 14:07 the card readers in the market of #mandera-town[Mandera town] went grey. At 14:09 the bank shut its doors, with people in it. At 14:20 @yusuf-madobe[Yusuf Madobe] was on his roof.

His company, Daua Net, has 1,260 customers, eleven employees and a second way out: a chain of five masts with dishes the size of a washing-up bowl, which hand the signal from hill to hill until it meets another operator’s fibre 160 kilometres on. It carries a twentieth of what the cable does. By 14:41 it was carrying that.

## Who gets the twentieth

The order in which a town is let back in says something about it. Mr Madobe drew his up after the outage of 2023, when he had none and was shouted at for six days.

1. The hospital, and the laboratory that reads its slides from afar.
2. Mobile money agents, each of them a little.
3. Schools, if there is an examination.
4. Text messages for everybody.
5. Everything else, at the speed of 2009.

Football is in the fifth group. It is the only decision that has brought him threats.

> People forgive you the cable. They know that I did not dig the hole. They do not forgive you a final.
> — @yusuf-madobe

## Where the money goes

A home pays 2,500 shillings a month for a connection that would cost 1,900 in #nairobi[the capital]. The difference, Mr Madobe says, is diesel and guards. Each mast has two watchmen and a generator, since the sun does not suffice for dishes in the dust months. One of the watchmen, at the third mast, has planted papayas along the fence and sells them to lorry drivers, who use his signal in return for news of the road.

The firm was asked by customers on the other side of the river, in #ethiopia[Ethiopia], and from across the #kenya-somalia-border[Somali border] to put up a dish for them too. It has had to decline. A radio licence ends where the country does, whatever the signal thinks.

## The second duct

What would end the outages is a second cable by another road. Surveyors have walked one, through #wajir[Wajir], and it has been announced on three occasions by different people. We asked the regulator’s office for its state. The written answer was that planning is under way.

So Mr Madobe has bought a sixth mast, used, from a company that has gone over to satellites. It lies in the yard in fourteen pieces. He is fifty-three, and has promised his wife that somebody else will climb it.

The hole was mended after thirty-one hours. It turned out that the man with the shovel had called the number on the duct’s warning tape at once. It rang, he said, in an office where the internet was down.

*This story is invented for the sample newsroom.*
`,
};
