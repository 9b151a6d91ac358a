import type { SamplePerson } from '../types.ts';

/**
 * The real people of the sample. Nothing stands here but the offices that they are reported to hold;
 * when they took them up is not known to the sample, so it is left open.
 */
export const officials: SamplePerson[] = [
  {
    slug: 'william-ruto',
    name: 'William Ruto',
    biography: 'President of Kenya. He made an official visit to the United Kingdom in July 2025.',
    roles: [{ title: 'President', organisation: 'Republic of Kenya', from: null, to: null }],
  },
  {
    slug: 'raymond-omollo',
    name: 'Raymond Omollo',
    honorific: 'Dr',
    biography: 'Principal Secretary for Internal Security and National Administration of Kenya.',
    roles: [
      {
        title: 'Principal Secretary for Internal Security and National Administration',
        organisation: 'Ministry of Interior and National Administration, Kenya',
        from: null,
        to: null,
      },
    ],
  },
  {
    slug: 'diana-dalton',
    name: 'Diana Dalton',
    biography: 'Deputy High Commissioner and Development Director of the United Kingdom in Kenya.',
    roles: [
      {
        title: 'Deputy High Commissioner and Development Director',
        organisation: 'United Kingdom',
        from: null,
        to: null,
      },
    ],
  },
];
