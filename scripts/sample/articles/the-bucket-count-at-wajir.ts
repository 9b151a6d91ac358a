import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-bucket-count-at-wajir',
  headline: 'At Wajir’s wells they count in buckets, and the count is down',
  standfirst: 'Two keepers, one chalk line, and an argument about whether a well can be tired.',
  place: 'wajir-town',
  publishedAt: '2026-10-02T06:30:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['weather-and-land'],
  body: `
A hundred and sixty, and then you wait. In August it was two hundred.

That is how many buckets can be drawn from one of the old hand-dug wells on the edge of #wajir-town[Wajir town] before the rope comes up slack and its keeper says “Rest.” The well is eleven metres deep and older than the town; the grooves in its stone rim were worn by ropes whose owners nobody can name. After a rest of four hours it gives another hundred and sixty.

Its keeper for the day shift is a man of seventy. At night it is his daughter. They keep the count with chalk on the inside of a cupboard door, one stroke for every ten, and there are doors going back to 1983.

## Tired, or drunk up?

In the opinion of the father, a well gets tired. It has always done so at the end of the dry months, and recovers if one speaks quietly. His daughter, who completed a certificate in water technology at #garissa-town[Garissa], is of the view that there are 61 new boreholes with pumps within five kilometres, against nine when she was born, and that they all drink from the same glass.

> He says the well is tired. I say that it is being robbed. We agree that it should be left alone at noon.
> — The keeper of the night shift

@wanjiru-kamande[Dr Wanjiru Kamande] has asked both to copy out the doors for the Ewaso Drought Desk. Forty-three years of buckets are, she says, the longest record of groundwater that she has come across in the county. From a first look she would not take sides. In the bad years of the eighties the count went lower than now, to ninety. But it came back within weeks after rain. Since about 2015 it has come back more slowly each time, and never all the way.

## Who waits

A camel takes twelve buckets, a family four. It is first come, first served, save that travellers go before residents, the sick before travellers, and a caravan before noon must let children by. These rules are not written on any door.

On Thursday there was a queue of eighty camels. A driver with a water lorry, which holds nine hundred buckets, asked what it would cost to fill it. He was given tea and told about the grooves.

## Noon

Since Monday the well is covered from eleven till three. The keepers of six others nearby have joined in. During these hours the pumps of the boreholes are audible, a hum from every quarter, that otherwise nobody would have noticed. On the second day somebody from the nearest one came over and asked why it was so quiet.

He stayed for some while, looking down the shaft. On the third day his pump rested as well.

*This story is invented for the sample newsroom.*
`,
};
