import { expect, test } from 'vitest';
import { gathering, nextStep, type Known } from './next-step.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const known: Known = { told: '3:c', refused: null, dueAt: null, status: 204 };

test('nothing is told where nothing is published, or all is told', () => {
  expect(nextStep({ ...known, told: null }, null, now)).toEqual({ do: 'rest' });
  expect(nextStep(known, '3:c', now)).toEqual({ do: 'rest' });
});

test('what is new is told once it had time to gather company, counted from the first', () => {
  expect(nextStep(known, '4:d', now)).toEqual({ do: 'wait', until: at(gathering), isNew: true });
  const waiting = { ...known, dueAt: at(500) };
  expect(nextStep(waiting, '9:i', now)).toEqual({ do: 'wait', until: at(500), isNew: false });
  expect(nextStep({ ...known, dueAt: now }, '9:i', now)).toEqual({ do: 'call' });
});

test('a feed that stands before what was told, as after a restore, is new', () => {
  expect(nextStep(known, '2:b', now)).toMatchObject({ do: 'wait', isNew: true });
});

test('what was refused is not told again, what comes after it is', () => {
  const refused = { ...known, refused: '4:d', status: 401 };
  expect(nextStep(refused, '4:d', now)).toEqual({ do: 'rest' });
  expect(nextStep(refused, '5:e', now)).toMatchObject({ do: 'wait', isNew: true });
});

test('one that wants no more calls gets none, unless somebody asks for it', () => {
  const gone = { ...known, refused: '4:d', status: 410 };
  expect(nextStep(gone, '5:e', now)).toEqual({ do: 'rest' });
  expect(nextStep({ ...gone, dueAt: now }, '5:e', now)).toEqual({ do: 'call' });
});

test('a call that somebody asks for is made though all is told', () => {
  expect(nextStep({ ...known, dueAt: now }, '3:c', now)).toEqual({ do: 'call' });
});
