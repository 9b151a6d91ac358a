import type { SamplePerson } from '../types.ts';

/** Invented people of Turkana, Marsabit, Wajir, Mandera and Garissa. */
export const peopleOfTheNorth: SamplePerson[] = [
  {
    slug: 'halima-gedi',
    name: 'Halima Gedi',
    portrait: { seed: 6, wear: 'scarf' },
    aliases: ['Mama Halima'],
    biography:
      'Livestock trader, and chair of the cooperative that put the first public scale into Moyale market. Invented for this sample.',
    roles: [
      { title: 'Chair', organisation: 'Moyale Livestock Traders’ Cooperative', from: '2021-03-01', to: null },
      {
        title: 'Treasurer',
        organisation: 'Moyale Livestock Traders’ Cooperative',
        from: '2015-01-10',
        to: '2021-02-28',
      },
    ],
  },
  {
    slug: 'selam-bekele',
    name: 'Selam Bekele',
    biography: 'Trader in spices and cloth on the Ethiopian side of Moyale. Invented for this sample.',
    roles: [{ title: 'Trader', organisation: 'Bekele & Sisters', from: '2012-09-01', to: null }],
  },
  {
    slug: 'zahra-elmi',
    name: 'Zahra Elmi',
    portrait: { seed: 7, wear: 'scarf' },
    biography:
      'Nurse in Moyale, who runs the shared ambulance from a desk with two telephones. Invented for this sample.',
    roles: [{ title: 'Ambulance coordinator', organisation: 'Two Moyales Health Trust', from: '2025-11-03', to: null }],
  },
  {
    slug: 'ekidor-lomurut',
    name: 'Ekidor Lomurut',
    portrait: { seed: 8, wear: 'short' },
    biography:
      'Fisherman at Kalokol, on the western shore of Lake Turkana, for twenty-six years. Invented for this sample.',
    roles: [
      { title: 'Chair', organisation: 'Kalokol Landing Beach Committee', from: '2023-07-01', to: null },
      { title: 'Secretary', organisation: 'Kalokol Landing Beach Committee', from: '2019-02-01', to: '2023-06-30' },
    ],
  },
  {
    slug: 'lokwang-ebei',
    name: 'Lokwang Ebei',
    biography: 'Electrician, trained in Lodwar, who keeps three village mini-grids running. Invented for this sample.',
    roles: [{ title: 'Lead technician', organisation: 'Turkwel Light Cooperative', from: '2024-01-15', to: null }],
  },
  {
    slug: 'fatuma-abdille',
    name: 'Fatuma Abdille',
    portrait: { seed: 9, wear: 'scarf' },
    biography: 'Librarian in Wajir. Her branch has four legs, and there are nine of them. Invented for this sample.',
    roles: [{ title: 'Head librarian', organisation: 'Wajir Camel Library', from: '2018-09-03', to: null }],
  },
  {
    slug: 'wanjiru-kamande',
    name: 'Wanjiru Kamande',
    honorific: 'Dr',
    portrait: { seed: 10, wear: 'hair' },
    biography:
      'Hydrologist who turns rain gauges, well depths and milk prices into one page a month. Invented for this sample.',
    roles: [{ title: 'Lead analyst', organisation: 'Ewaso Drought Desk', from: '2022-04-04', to: null }],
  },
  {
    slug: 'guyo-boru',
    name: 'Guyo Boru',
    aliases: ['Jaarsa Guyo'],
    biography:
      'Herder and retired teacher near Marsabit, who has written down the rain every morning since 1997. Invented for this sample.',
    roles: [{ title: 'Coordinator', organisation: 'Marsabit Rain Book', from: '2014-03-01', to: null }],
  },
  {
    slug: 'tume-galgallo',
    name: 'Tume Galgallo',
    biography: 'Headteacher of a boarding primary school on the plain west of Marsabit. Invented for this sample.',
    roles: [{ title: 'Headteacher', organisation: 'Acacia Plain Primary School', from: '2020-01-06', to: null }],
  },
  {
    slug: 'abdinur-osman',
    name: 'Abdinur Osman',
    biography:
      'Sells insurance against bad seasons, and answers the telephone when they come. Invented for this sample.',
    roles: [
      { title: 'Adviser', organisation: 'Ngamia Mutual', from: '2026-10-01', to: null },
      { title: 'Field manager', organisation: 'Ngamia Mutual', from: '2022-02-14', to: '2026-09-30' },
    ],
  },
  {
    slug: 'yusuf-madobe',
    name: 'Yusuf Madobe',
    biography:
      'Founder of a small internet company in Mandera; he climbed its first mast himself. Invented for this sample.',
    roles: [{ title: 'Founder', organisation: 'Daua Net', from: '2019-10-01', to: null }],
  },
];
