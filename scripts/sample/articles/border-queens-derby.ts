import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'border-queens-derby',
  headline: 'Two anthems, one pitch: the derby across the street',
  standfirst: 'Busia’s women met Busia’s women on Saturday. The visitors had walked to the ground.',
  place: 'busia-town',
  publishedAt: '2026-07-02T07:00:00+03:00',
  authors: ['tobias-barasa'],
  topics: ['school-and-play', 'borders'],
  leadImage: 'stadium-noon',
  body: `
Busia Border Queens 2, Sofia Sisters 2. The result was fair, the penalty was not, and the referee, who is from neither country’s Busia, left by the back gate with a chicken.

It was the eleventh meeting of two clubs whose grounds lie 1.4 kilometres apart. Between them runs the #kenya-uganda-border[border]. For ten years the visiting team had been driven round by the lorry gate, with a list of names, and had once arrived at half-time. On Saturday the players from #uganda[Uganda] walked through the pedestrian lane with their boots round their necks. It took them nine minutes. The list was checked against their shirts.

## The match

The Sisters scored after six minutes, from a corner that was still being discussed. The Queens drew level before the break with a goal that will be described in #busia-town[Busia] for some years: a free kick from the halfway line, a bounce on the hard patch where the market stalls used to stand, and a goalkeeper who had come out for a different ball.

The second half was better. There was a move of fourteen passes. There was a dog. In the seventy-first minute the Queens went ahead through their captain, a nurse who had come off a night shift; in the eighty-eighth there was the penalty.

> I teach probability on weekdays. On Saturdays I get the exercises.
> — @margaret-auma

@margaret-auma[Margaret Auma], who coaches the Queens and teaches mathematics, would say no more about it. The coach of the Sisters thought that it was given late, by which she meant about ten years late.

## Counting the gate

Some 2,300 people paid. Fifty shillings bought a place on the Kenyan bank and 1,500 Ugandan shillings one on the other, which is roughly the same and was computed at the gate by schoolgirls. The money is split down the middle in whichever currency it came, and always has been, says the treasurer, because changing it would cost more than the nets.

This year’s will pay for:

- nets;
- a second-hand washing machine, to stand at whichever club lost most recently. It will stay in its box for now;
- the bus to the county final, should there be one. The Queens are third, with five matches left.

Ms Auma has played or coached in nine of the eleven derbies. What has changed most, in her view, is the noise. “They used to shout for Kenya, or for Uganda. Now they shout names. They know all of them, ours and theirs. Half of them are cousins.”

The return match is on 14 November, across the street.

*This story is invented for the sample newsroom.*
`,
};
