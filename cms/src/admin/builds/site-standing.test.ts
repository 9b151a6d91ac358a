import { expect, test } from 'vitest';
import type { BuilderSeen, DispatchSeen } from './site-questions.ts';
import { builderStanding, dispatchStanding, siteStanding } from './site-standing.ts';

const here: BuilderSeen = {
  id: 'a',
  release: '0a1b',
  isResident: true,
  lastSeen: new Date(),
  ago: 4_000,
  isCurrent: true,
};
const away = { ...here, ago: 10 * 60_000 };
const ci = { ...away, isResident: false };
const told: DispatchSeen = { calledAt: new Date(), isTaken: true, answer: 'Taken (204).', dueAt: null, attempts: 0 };
const failing = { ...told, isTaken: false, answer: 'GitHub answered 500.', dueAt: new Date(), attempts: 3 };

test('a resident builder that is away is an alarm, one that comes and goes is not', () => {
  expect(builderStanding(here)).toEqual({ tone: 'good', word: 'Here', detail: 'has all that is published' });
  expect(builderStanding({ ...here, isCurrent: false }).detail).toBe('is at work');
  expect(builderStanding({ ...here, isCurrent: null }).detail).toBe('has told nothing yet');
  expect(builderStanding(away)).toMatchObject({ tone: 'bad', word: 'Away' });
  expect(builderStanding(ci)).toMatchObject({ tone: 'quiet', word: 'Seen 10 minutes ago' });
  expect(builderStanding({ ...ci, isCurrent: false }).detail).toBe('lacks what was published since');
});

test('a target that fails is an alarm, whether or not it is tried again', () => {
  expect(dispatchStanding(undefined)).toEqual({ tone: 'quiet', word: 'Not called yet' });
  expect(dispatchStanding(told)).toEqual({ tone: 'good', word: 'Told', detail: 'Taken (204).' });
  expect(dispatchStanding({ ...told, dueAt: new Date() }).tone).toBe('busy');
  expect(dispatchStanding(failing)).toEqual({ tone: 'bad', word: 'Failing', detail: 'GitHub answered 500.' });
  expect(dispatchStanding({ ...failing, dueAt: null }).tone).toBe('bad');
});

test('the first screen tells the worst', () => {
  expect(siteStanding([], [])).toMatchObject({ tone: 'bad', word: 'No builder' });
  expect(siteStanding([ci], [])).toMatchObject({ tone: 'bad', word: 'No builder' });
  expect(siteStanding([away, here], [])).toMatchObject({ tone: 'good', word: 'Here' });
  expect(siteStanding([away], [])).toMatchObject({ tone: 'bad', word: 'Away' });
  expect(siteStanding([away], [told])).toEqual({ tone: 'good', word: 'Built elsewhere' });
  expect(siteStanding([here], [told, failing])).toMatchObject({ tone: 'bad', word: 'Builds are not started' });
});
