import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-school-that-drinks-last',
  headline: 'At Acacia Plain, the timetable follows the tank',
  standfirst:
    'A boarding school near Marsabit has taught through three dry seasons by moving the bell. Its pupils can tell you what a litre does.',
  place: 'marsabit',
  publishedAt: '2026-08-10T06:40:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['school-and-play', 'weather-and-land'],
  leadImage: 'school-noon',
  body: `
Physical education is at five in the morning. Chemistry has been put off until it rains.

Such are two of the arrangements at Acacia Plain Primary School, which has 412 pupils, 290 of them boarders, and one tank. When the tank is full it holds ninety thousand litres. On Thursday the oldest girls, whose duty it is, lowered the knotted rope and read off thirty-one.

“Eleven litres each until the lorry,” they told @tume-galgallo[Tume Galgallo], the headteacher, who wrote it on the board by the gate, where other schools put up their motto.

## Eleven litres

They are spent as follows: three to drink, two in the kitchen, two and a half for washing oneself, one for clothes, one for the latrines and the floor. That leaves one and a half, which belong to whoever they were given to. Most keep them back for Sunday and wash their hair. A boy in the sixth year has grown a tomato.

Class four has worked out in long division how many days there would be if everybody gave up the hair. The proposal was put to the vote, and lost.

> They know more about this tank than I know about my salary.
> — @tume-galgallo

When there were forty thousand litres, the bell was moved. Lessons begin at half past five and end at eleven; from then on it is quiet, because who sleeps does not drink. Second lessons are from four until the light goes. Since the change, the infirmary has counted fewer headaches, and the mathematics teacher has counted four pupils who stay awake after lunch, in secret, to read.

## The lorry

A lorry brings twelve thousand litres every ninth day, when the road is dry, which it has been. It comes from a borehole on the mountain, 58 kilometres away, and costs 17,000 shillings each time. The county pays for two in three; for the third, parents bring goats. In July they brought nineteen.

There is a borehole beside the football field, too. It was drilled in 2021 to 140 metres and yields water that is clear, plentiful and too salty for anything but bricks. The school has made six thousand bricks. They have become a wall against the wind, a bench, and the beginnings of a second tank.

## Guttering

What the school lacks is not so much rain as gutters. In April, 46 millimetres fell in two afternoons, and of what landed on the roofs of the dormitories most ran into the plain. Ms Galgallo has a quotation for 210 metres of gutter: 388,000 shillings, or twenty-three lorries.

She has sent it to eleven offices. The letter is good. It has a drawing by class seven, to scale, and a line in her own hand at the bottom: that with gutters on, April would have lasted until the end of July. Three offices have replied. One wrote that it was most impressed by the drawing.

The school has also put a box at the gate. Up to Thursday, drivers had left 12,450 shillings in it, and somebody a brass tap.

*This story is invented for the sample newsroom.*
`,
};
