import type { SampleReader } from '../types.ts';

/** Invented readers. Nobody can sign in as one of them: they have no password. */
export const readers: SampleReader[] = [
  { key: 'naftal', name: 'Naftal K.' },
  { key: 'rukia', name: 'Rukia Abdi' },
  { key: 'lokaale', name: 'Lokaale' },
  { key: 'mama-saida', name: 'Mama Saida' },
  { key: 'wekesa', name: 'J. Wekesa' },
  { key: 'tsegaye', name: 'Tsegaye M.' },
  { key: 'bakari', name: 'Bakari of Mokowe' },
  { key: 'njoki', name: 'Njoki wa Kamau' },
];
