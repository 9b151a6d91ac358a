import type { SamplePerson } from '../types.ts';
import { officials } from './officials.ts';
import { peopleOfTheNorth } from './people-of-the-north.ts';
import { peopleOfTheWestAndCoast } from './people-of-the-west-and-coast.ts';
import { staff } from './staff.ts';

/** Everybody who is written about or writes. */
export const people: SamplePerson[] = [...staff, ...officials, ...peopleOfTheNorth, ...peopleOfTheWestAndCoast];
