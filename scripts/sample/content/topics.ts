import type { SampleTopic } from '../types.ts';

export const topics: SampleTopic[] = [
  {
    slug: 'borders',
    name: 'Borders',
    description: 'Crossing them, living beside them, and the agreements that are signed about them.',
  },
  {
    slug: 'markets',
    name: 'Markets',
    description: 'Goats, sugar, fish and cloth: what they cost, and who carries them.',
  },
  {
    slug: 'weather-and-land',
    name: 'Weather and land',
    description: 'Rain and its absence, pasture, and the people who measure both.',
  },
  {
    slug: 'lakes-and-sea',
    name: 'Lakes and sea',
    description: 'Lake Turkana, Lake Victoria, the Tana and the Indian Ocean.',
  },
  {
    slug: 'public-money',
    name: 'Public money',
    description: 'County budgets, courts and offices, and what is promised in their names.',
  },
  {
    slug: 'light-and-lines',
    name: 'Light and lines',
    description: 'Power, telephones and the internet, where they arrive late.',
  },
  {
    slug: 'school-and-play',
    name: 'School and play',
    description: 'Classrooms, libraries, football and the race of the dhows.',
  },
];
