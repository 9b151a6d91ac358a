import type { SamplePerson } from '../types.ts';

const paper = 'The Tana Courier';

/** Who writes the paper. */
export const staff: SamplePerson[] = [
  {
    slug: 'achieng-odera',
    name: 'Achieng Odera',
    portrait: { seed: 1, wear: 'hair' },
    biography:
      'Achieng Odera edits The Tana Courier. She began as a court reporter, reads budgets for pleasure and keeps a list of every word the paper no longer prints. Invented for this sample.',
    roles: [
      { title: 'Editor', organisation: paper, from: '2024-02-01', to: null },
      { title: 'Deputy editor', organisation: paper, from: '2020-06-15', to: '2024-01-31' },
    ],
  },
  {
    slug: 'hassan-dubow',
    name: 'Hassan Dubow',
    portrait: { seed: 2, wear: 'cap' },
    biography:
      'Hassan Dubow reports from Wajir, Mandera, Marsabit and Garissa. He is the third generation of his family to know the price of a four-year-old camel on any given day. Invented for this sample.',
    roles: [{ title: 'Northern correspondent', organisation: paper, from: '2021-01-11', to: null }],
  },
  {
    slug: 'esther-nakiru',
    name: 'Esther Nakiru',
    portrait: { seed: 3, wear: 'hair' },
    biography:
      'Esther Nakiru covers Turkana and the lake. Before journalism she read the evening news on community radio in Lodwar, in two languages and one breath. Invented for this sample.',
    roles: [
      { title: 'Turkana correspondent', organisation: paper, from: '2023-05-02', to: null },
      { title: 'Newsreader', organisation: 'Radio Ekeno', from: '2018-03-01', to: '2023-04-28' },
    ],
  },
  {
    slug: 'mwanaidi-shee',
    name: 'Mwanaidi Shee',
    portrait: { seed: 4, wear: 'scarf' },
    biography:
      'Mwanaidi Shee writes about the coast from Lamu to the Tanzanian border, in Swahili and English. She gets seasick and has never let it decide a story. Invented for this sample.',
    roles: [{ title: 'Coast correspondent', organisation: paper, from: '2022-08-22', to: null }],
  },
  {
    slug: 'tobias-barasa',
    name: 'Tobias Barasa',
    portrait: { seed: 5, wear: 'short' },
    biography:
      'Tobias Barasa covers the western border from Busia, and football wherever it is played on grass, murram or mud. Invented for this sample.',
    roles: [
      { title: 'Western border correspondent', organisation: paper, from: '2022-03-07', to: null },
      { title: 'Sports reporter', organisation: paper, from: '2019-09-02', to: '2022-03-06' },
    ],
  },
];
