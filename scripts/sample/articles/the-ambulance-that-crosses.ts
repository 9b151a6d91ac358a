import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'the-ambulance-that-crosses',
  headline: 'One ambulance for two Moyales',
  standfirst: 'It has two number plates, three languages and, since Monday, a key to the gate.',
  place: 'moyale',
  publishedAt: '2026-09-03T06:30:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['borders'],
  leadImage: 'border-road-dusk',
  body: `
When the green telephone rings the call is from #ethiopia[Ethiopia]; when the black one does, from #kenya[Kenya]. Sometimes both ring, and it is the same woman in labour, whose sister-in-law has been quicker.

Between the telephones sits @zahra-elmi[Zahra Elmi], a nurse, with a map under glass. The town of #moyale[Moyale] lies on a slope with a border drawn through the middle of it, and until last November it had two ambulances, neither of which might cross. A patient who lived two hundred metres from the theatre on one side was driven forty minutes to the hospital of the other, or was carried to the barrier on a door, and there from one set of hands into the next.

A trust that both town halls belong to then bought one vehicle, and talked for ten months about the barrier.

## The key

Since Monday there is a protocol, as it is called, of a page and a half. The ambulance carries plates of both countries and a log. A call to the guard post on either side gives the driver’s name and how many are aboard. The guards lift the bar; papers are looked at afterwards, at the bedside, within two hours. And if the post does not answer for one minute, the driver has a key.

The key was the hard part. It was settled by the guards themselves, one of whom pointed out that his own mother lived on the far side.

> We have written in the log how long we stood at the bar before Monday. The mean is nineteen minutes. I have not allowed myself to add them up.
> — @zahra-elmi

In the first three days there were fourteen crossings: six births, two snake bites, a fall from a roof, a diabetic, a boy with a bean in his ear who need not have crossed at all, and three transfers. The key was not used.

## Two of everything

Medicine is less easily joined than tarmac. The two health systems differ in their forms, in what they call a district, in which vaccine is given in which month. Blood that was donated on one side may not be given on the other. Oxygen bottles have different threads, for which a welder in the livestock market has made an adapter that no one has approved and everyone has seen.

The driver is paid half from each side, on different days and by different calendars. In #ethiopia[Ethiopia] the new year begins next week. He says that he is looking forward to it: for some days he will have been paid in two years.

@selam-bekele[Selam Bekele], whose shop stands thirty paces from the bar, has seen it lifted, in twenty years, for ministers, for football and once for a bride. This week, she says, it went up so often that the children stopped running to look.

*This story is invented for the sample newsroom.*
`,
};
