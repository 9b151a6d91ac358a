import { expect, test } from 'vitest';
import { readPolicy, type StoredPolicy } from './policy.ts';
import { threadMode, type ThreadFacts } from './thread-mode.ts';

const now = Date.parse('2026-02-04T12:00:00Z');
const fine: ThreadFacts = { mode: 'open', publishedAt: now - 86_400_000, subject: null };

test.each<[string, Partial<ThreadFacts>, StoredPolicy, string]>([
  ['open', {}, {}, 'open'],
  ['held by the article', { mode: 'held' }, {}, 'held'],
  ['held by whom it mentions', { subject: 'held' }, {}, 'held'],
  ['held by the newsroom', {}, { holdAll: true }, 'held'],
  ['closed by whom it mentions, where the article would hold', { mode: 'held', subject: 'closed' }, {}, 'closed'],
  ['closed by its age, to the millisecond', {}, { closeAfterDays: 1 }, 'closed'],
  ['a millisecond before', { publishedAt: now - 86_400_000 + 1 }, { closeAfterDays: 1 }, 'open'],
  ['closed with all', { mode: 'held' }, { closeAll: true, holdAll: true }, 'closed'],
])('%s', (_what, facts, policy, mode) => {
  expect(threadMode({ ...fine, ...facts }, readPolicy(policy), now)).toBe(mode);
});
