import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-case-of-the-boundary-stone',
  headline: 'Court hears who moved the stone, and whether it was one',
  standfirst:
    'Two families near Garissa have brought a boulder, a surveyor and a 1974 wedding photograph to the first day of a hearing.',
  place: 'garissa-town',
  publishedAt: '2026-11-13T15:30:00+03:00',
  authors: ['achieng-odera'],
  topics: ['public-money'],
  leadImage: 'court-dusk',
  comments: 'closed',
  body: `
Exhibit 4 could not be brought into the room. It weighs, by an estimate that both parties accept, six hundred kilograms, and it stood on Thursday in the court’s yard on the trailer that had carried it there, under a cloth.

It is a stone. Whether it is *the* stone is what a land court in #garissa-town[Garissa] has to find. Two families, neighbours on the western bank of the Tana for three generations, dispute a strip of some eleven metres by four hundred on which one of them planted mangoes in 2017. In this report neither is named, for there are children of school age on both sides, who share a desk.

## What each side says

According to the plaintiffs the boundary ran from an old ford to a boulder, and from there to the road; the boulder was shifted with a tractor, at some time before the mangoes, in their neighbours’ favour. The defendants deny this. They say that it never moved, that the ford did, and that the trees stand on their own land. They also say that boulders in the plural are common.

Nothing has been proved. The hearing is at its beginning, and both families told us, through their advocates, that they would rather let the court speak than the newspaper.

## The first witness

A surveyor appointed by the court spent most of the morning explaining why coordinates recorded in 1978 cannot simply be typed into a modern receiver. They were measured from a pillar. The pillar was on the river bank; it now is in the river. Allowing for this, the corner lies within a circle of nine metres. The disputed strip is eleven wide.

“So you are able to tell us almost everything,” said counsel for the defence.

“Almost exactly,” said the surveyor.

## The photograph

After lunch the plaintiffs produced a picture from a wedding in 1974. In the foreground one sees a couple. In the background, a little out of focus, is a boulder with a boy sitting on it. The boy is now sixty-one, and will be called.

The defence pointed out that the picture does not show where it was taken. It was replied that the hill in the background does. The defence asked which hill. On this the court rose, in order to look at the hill.

It will sit again on 2 December, at the site. The parties have been asked to bring umbrellas, and the stone is to be taken back to the place it came from that morning, which each of them was requested to point out, separately, in writing.

Both sketches were handed up in sealed envelopes. The magistrate put them in her handbag.

*This story is invented for the sample newsroom. Because it tells of a case before a court, there are no comments under it.*
`,
};
