import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-queens-and-the-ninety-third-minute',
  headline: 'The Queens, the cup and the ninety-third minute',
  standfirst: 'Busia’s women have won the county final for the first time. The bus, for once, left on time as well.',
  place: 'busia-town',
  publishedAt: '2026-11-19T20:30:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['school-and-play'],
  leadImage: 'stadium-night',
  body: `
With two minutes gone of the three that had been added, @margaret-auma[Margaret Auma] sat down on the cool box and closed her eyes. She says that she was calculating. There were ten players on each side, it was 1–1, the corner was theirs, and she knew from her own notebook that of 96 corners this season seven had ended in the net.

The eighth went in off a shoulder.

Busia Border Queens 2, Lakeside Ladies 1. It is the first cup in the club’s fourteen years. On Thursday night it stood in #busia-town[Busia] on the counter of a pharmacy, the only shop with a lock that everybody trusted, and people who had no need of any medicine came to have a look at it.

## How it went

The first half belonged to Lakeside, who had beaten the Queens twice this year. They scored in the twelfth minute from a long throw. They hit the post in the thirtieth. Between these the Queens’ goalkeeper, a clearing agent’s apprentice of nineteen, made a save with the sole of her boot which she had to be told about afterwards.

At the break Ms Auma talked for one minute and then, the players report, drew a triangle.

> I said: you are running to where the ball is. It will not be there when you arrive. Please run to where I have put the cross.
> — @margaret-auma

In the fifty-eighth minute three of them did. The equaliser came from seven metres, with nobody near. Six minutes later two players were sent off, one from each team, for a disagreement that had begun, according to both, in primary school.

![stadium-noon]

## Those who came

Attendance was given as 4,100. Of these about six hundred had come over from #uganda[Uganda], among them the entire squad of the Sofia Sisters, who had lost [the return derby](/articles/border-queens-derby/) by 0–1 five days earlier. They brought a drum, and the washing machine.

It is the custom of the two clubs that it stands with whichever of them lost last. In its box, unopened, with a ribbon round it, the machine was carried once round the pitch after the final whistle, ahead of the cup.

## What comes next

As county champions the Queens go to the regional round in January. They will need 340,000 shillings for it. On Thursday the treasurer had 71,500, a promise by a sugar merchant, and a goat.

The captain, who had scored the second goal and does not recall it, was on duty at the hospital from ten that evening. Patients say that she did the round with the medal under her uniform, and one could hear it when she bent down.

*This story is invented for the sample newsroom.*
`,
};
