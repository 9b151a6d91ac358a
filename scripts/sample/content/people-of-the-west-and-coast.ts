import type { SamplePerson } from '../types.ts';

/** Invented people of Busia, Uganda, Nairobi and the coast. */
export const peopleOfTheWestAndCoast: SamplePerson[] = [
  {
    slug: 'okello-wandera',
    name: 'Okello Wandera',
    portrait: { seed: 11, wear: 'short' },
    biography: 'Clearing agent at Busia since the days of carbon paper. Invented for this sample.',
    roles: [
      { title: 'Managing partner', organisation: 'Wandera & Daughters Clearing', from: '2009-05-04', to: null },
      { title: 'Chair', organisation: 'Busia Border Agents’ Forum', from: '2022-06-01', to: '2026-08-31' },
    ],
  },
  {
    slug: 'grace-nabwire',
    name: 'Grace Nabwire',
    biography:
      'Buys small fish from both shores of Lake Victoria and sells them dried on both sides of the border. Invented for this sample.',
    roles: [{ title: 'Owner', organisation: 'Nabwire Dried Fish', from: '2016-07-01', to: null }],
  },
  {
    slug: 'margaret-auma',
    name: 'Margaret Auma',
    portrait: { seed: 12, wear: 'hair' },
    biography: 'Football coach and mathematics teacher in Busia. Invented for this sample.',
    roles: [
      { title: 'Head coach', organisation: 'Busia Border Queens', from: '2023-01-09', to: null },
      { title: 'Captain', organisation: 'Busia Border Queens', from: '2014-02-01', to: '2021-12-31' },
    ],
  },
  {
    slug: 'beatrice-nyaboke',
    name: 'Beatrice Nyaboke',
    biography: 'Magistrate who sat on Saturdays in Busia. Invented for this sample, and so is her court.',
    roles: [{ title: 'Magistrate', organisation: 'Saturday court, Busia', from: '2026-05-02', to: null }],
  },
  {
    slug: 'josphat-ngumo',
    name: 'Josphat Ngumo',
    portrait: { seed: 13, wear: 'short' },
    biography:
      'Reads county budgets for a living and publishes what he finds as spreadsheets. Invented for this sample.',
    roles: [{ title: 'Budget analyst', organisation: 'Open Ledger', from: '2021-09-01', to: null }],
  },
  {
    slug: 'salim-bwanaheri',
    name: 'Salim Bwanaheri',
    aliases: ['Nahodha Salim'],
    portrait: { seed: 14, wear: 'cap' },
    biography: 'Dhow captain of Lamu, and the son and nephew of dhow captains. Invented for this sample.',
    roles: [{ title: 'Captain of the dhow Subira', organisation: null, from: '2008-11-01', to: null }],
  },
  {
    slug: 'zuhura-athman',
    name: 'Zuhura Athman',
    biography:
      'Midwife, who crosses the channel at Lamu twice a day and chairs those who do the same. Invented for this sample.',
    roles: [{ title: 'Chair', organisation: 'Lamu Boat Passengers’ Association', from: '2024-05-20', to: null }],
  },
  {
    slug: 'mwanasha-kombo',
    name: 'Mwanasha Kombo',
    biography:
      'Seaweed farmer on the south coast, and the one with the keys to the drying shed. Invented for this sample.',
    roles: [{ title: 'Chair', organisation: 'Mwani Women’s Group, Kwale', from: '2020-10-12', to: null }],
  },
];
