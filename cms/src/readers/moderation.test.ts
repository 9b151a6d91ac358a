import { expect, test } from 'vitest';
import { moderate, type Submission } from './moderation.ts';

const fine: Submission = {
  comment: { body: 'The bridge is still closed.' },
  reader: { status: 'active', approved: 1 },
  thread: { mode: 'open' },
  policy: { holdNew: true, links: 2 },
};

const rows: [string, Partial<Submission>, ReturnType<typeof moderate>][] = [
  ['nothing against it', {}, { do: 'publish' }],
  ['a closed thread', { thread: { mode: 'closed' } }, { do: 'refuse', because: 'thread-closed' }],
  ['a suspended reader', { reader: { status: 'suspended', approved: 9 } }, { do: 'refuse', because: 'suspended' }],
  ['an article under which all are held', { thread: { mode: 'held' } }, { do: 'hold' }],
  ['a first comment', { reader: { status: 'active', approved: 0 } }, { do: 'hold' }],
  [
    'a first comment where those are welcome',
    { reader: { status: 'active', approved: 0 }, policy: { holdNew: false, links: 2 } },
    { do: 'publish' },
  ],
  ['as many links as may be', { comment: { body: 'https://a.example and www.b.example' } }, { do: 'publish' }],
  ['more links', { comment: { body: 'HTTPS://a.example http://b.example www.c.example' } }, { do: 'hold' }],
  [
    'a refusal before a hold',
    { thread: { mode: 'closed' }, reader: { status: 'active', approved: 0 } },
    { do: 'refuse', because: 'thread-closed' },
  ],
];
test.each(rows)('%s', (_what, more, verdict) => expect(moderate({ ...fine, ...more })).toEqual(verdict));
