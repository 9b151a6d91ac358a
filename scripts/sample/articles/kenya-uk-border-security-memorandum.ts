import type { SampleArticle } from '../types.ts';

/** The one story of the sample that happened. It holds the announcement's facts and nothing else, and quotes nobody. */
export const article: SampleArticle = {
  slug: 'kenya-uk-border-security-memorandum',
  headline: 'Kenya and Britain sign up to work together on five exposed border counties',
  standfirst:
    'A memorandum of understanding covers intelligence, early warning and the fight against trafficking. Turkana, Mandera, Marsabit, Wajir and Busia come first.',
  place: 'nairobi',
  publishedAt: '2026-02-04T16:40:00+03:00',
  authors: ['achieng-odera'],
  topics: ['borders'],
  leadImage: 'border-road-morning',
  body: `
Five counties on Kenya’s frontiers will be the first to feel a security agreement that #kenya[Kenya] and the #united-kingdom[United Kingdom] have put in writing: #turkana[Turkana], #mandera[Mandera], #marsabit[Marsabit], #wajir[Wajir] and #busia[Busia]. They are the ones judged to be most exposed to what crosses a frontier unseen, and others may be added as needs change.

The memorandum of understanding was signed through the Ministry of Interior and National Administration. It opens what both sides call a new phase of work together, with three aims: safer borders, less crime that runs from one country into the next, and steadier life in fragile border regions.

## What it is meant to answer

The threats that it names have grown more tangled. They are terrorism, trafficking in people, the smuggling of migrants, and criminal networks that work along the main frontiers, among them the #kenya-somalia-border[border with Somalia] and the #kenya-ethiopia-border[border with Ethiopia].

The work falls into four parts:

- sharing more intelligence between the two countries;
- early warning;
- protection that is coordinated between those who respond;
- measures aimed at irregular migration and at the networks that traffic people.

None of it starts from nothing. The agreement builds on two programmes that exist already, Deris Wanaag and the Land Border Programme, and will be carried out inside Kenya’s own security structure, led by the Ministry of Interior.

## Who spoke for it

@raymond-omollo[Dr Raymond Omollo], the Principal Secretary for Internal Security and National Administration, spoke on behalf of President @william-ruto[William Ruto]. He presented the memorandum as evidence of the President’s commitment to the country’s sovereignty, and to stability and development in the communities that live along its edges.

Enforcement alone would not do, was the substance of his argument: the causes of insecurity have to be dealt with as well, and no country can deal by itself with threats that cross borders. He placed the agreement within a policy that starts from people, in which policing is led by intelligence, communities are involved, and neighbours cooperate.

For Britain, @diana-dalton[Diana Dalton], its Deputy High Commissioner and Development Director, called the agreement a milestone in the strategic partnership of the two countries. She pointed to the interest in security that they share and to the protection of people at risk.

## On the ground

Local security committees and the agencies that control the border are to be strengthened. They are expected to work closely with community leaders, so that they are trusted more and achieve more.

The signing follows a visit that President Ruto made to the United Kingdom in July 2025. At that time the two governments agreed to renew their strategic partnership and to extend it by another five years, and ties between #nairobi[Nairobi] and #london[London] have become closer since.

Analysts read two signals in the memorandum, one of security and one of diplomacy. It presents Kenya as a partner that others in the region need if the #horn-of-africa[Horn of Africa] is to become steadier. At home it underlines what the government has said it wants: secure borders, safer communities and lasting development in regions that were long left at the margin.

*This story retells a public announcement of 4 February 2026 in the sample newsroom’s own words. It quotes nobody.*
`,
};
