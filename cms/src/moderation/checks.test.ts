import { expect, test } from 'vitest';
import { moderate, type Submission } from './checks.ts';
import { readPolicy } from './policy.ts';
import type { Verdict } from './verdict.ts';

const now = Date.parse('2026-02-04T12:00:00Z');
const day = 86_400_000;

const fine: Submission = {
  comment: { body: 'The bridge over the river is still closed.' },
  reader: {
    status: 'active',
    isBanned: false,
    owesTerms: false,
    approvedSinceRefusal: 1,
    wasRefused: false,
    lastHour: 0,
  },
  thread: { mode: 'open', publishedAt: now - day, subject: null, language: 'en-KE', lastTenMinutes: 0 },
  repeats: { hereBySame: 0, elsewhereBySame: 0, byOthers: 0 },
  policy: readPolicy({}),
  ownHost: 'news.example.org',
  now,
};

const words = (language: string | null, list: string, does = 'hold') =>
  readPolicy({ words: [{ language, list, do: does }] });
const body = (text: string) => ({ comment: { body: text } });
const reader = (more: Partial<Submission['reader']>) => ({ reader: { ...fine.reader, ...more } });
const thread = (more: Partial<Submission['thread']>) => ({ thread: { ...fine.thread, ...more } });
const published: Verdict = { do: 'publish' };
const held = (because: string) => ({ do: 'hold', because });
const refused = (because: string) => ({ do: 'refuse', because });

const rows: [string, Partial<Submission>, object][] = [
  ['nothing against it', {}, published],

  ['a closed thread', thread({ mode: 'closed' }), refused('thread-closed')],
  ['every thread closed', { policy: readPolicy({ closeAll: true }) }, refused('thread-closed')],
  ['somebody whose threads are closed', thread({ subject: 'closed' }), refused('thread-closed')],
  ['on the last day', { policy: readPolicy({ closeAfterDays: 2 }) }, published],
  ['after the last day', { policy: readPolicy({ closeAfterDays: 1 }) }, refused('thread-closed')],

  ['a banned reader', reader({ isBanned: true }), refused('banned')],
  ['a reader who has not agreed to new terms', reader({ owesTerms: true }), refused('terms-changed')],
  ['a suspended reader', reader({ status: 'suspended' }), refused('suspended')],

  ['the same text again here', { repeats: { hereBySame: 1, elsewhereBySame: 0, byOthers: 0 } }, refused('repeated')],
  ['the same text elsewhere', { repeats: { hereBySame: 0, elsewhereBySame: 1, byOthers: 0 } }, held('repeat')],
  [
    'the same few words elsewhere',
    { repeats: { hereBySame: 0, elsewhereBySame: 1, byOthers: 9 }, ...body('Well said!') },
    published,
  ],
  ['the same text from two others', { repeats: { hereBySame: 0, elsewhereBySame: 0, byOthers: 2 } }, published],
  ['the same text from three others', { repeats: { hereBySame: 0, elsewhereBySame: 0, byOthers: 3 } }, held('repeat')],

  ['a reader within their hour', reader({ lastHour: 29 }), published],
  ['a reader who writes all the time', reader({ lastHour: 30 }), held('rate')],
  ['a reader who may', { ...reader({ lastHour: 900 }), policy: readPolicy({ readerPerHour: 0 }) }, published],
  [
    'a burst in a thread',
    { ...thread({ lastTenMinutes: 5 }), policy: readPolicy({ threadPerTenMinutes: 5 }) },
    held('rate'),
  ],

  ['too short for this newsroom', { policy: readPolicy({ shortest: 100 }) }, refused('wrong-length')],
  ['too long for this newsroom', { policy: readPolicy({ longest: 20 }) }, refused('wrong-length')],

  ['as many links as may be', body('https://a.example and www.b.example'), published],
  ['more links', body('HTTPS://a.example http://b.example www.c.example'), held('links')],
  [
    'links to the own site',
    body('https://news.example.org/a https://news.example.org/b https://news.example.org/c'),
    published,
  ],
  [
    'a watched domain',
    { ...body('see https://x.spam.example/a'), policy: readPolicy({ watchedDomains: ['spam.example'] }) },
    held('domain'),
  ],
  [
    'a domain that ends like a watched one',
    { ...body('see https://notspam.example/a'), policy: readPolicy({ watchedDomains: ['spam.example'] }) },
    published,
  ],
  [
    'a watched domain behind a name, a port and a dot',
    { ...body('http://news@spam.example.:80/a'), policy: readPolicy({ watchedDomains: ['Spam.example'] }) },
    held('domain'),
  ],

  ['a watched word', { ...body('What a Fool he is'), policy: words('en', 'fool') }, held('words')],
  ['a part of a word', { ...body('What a foolproof plan'), policy: words('en', 'fool') }, published],
  ['a word in Cyrillic disguise', { ...body('What a fооl'), policy: words('en', 'fool') }, held('words')],
  ['a word in wide letters', { ...body('What a ｆｏｏｌ'), policy: words('en', 'fool') }, held('words')],
  [
    'a word with invisible characters',
    { ...body('What a fo\u200bo\u00adl'), policy: words('en', 'fool') },
    held('words'),
  ],
  [
    'a word with accents heaped on it',
    { ...body('f\u0301o\u0302o\u0300l'), policy: words('en', 'fool') },
    held('words'),
  ],
  ['a word with marks inside', { ...body('What a f*oo*l'), policy: words('en', 'fool') }, held('words')],
  ['a phrase over lines', { ...body('go\n  away!'), policy: words(null, 'Go away') }, held('words')],
  ['a word of another language', { ...body('mjinga'), policy: words('sw', 'mjinga') }, published],
  [
    'a word of the language',
    { ...body('mjinga'), ...thread({ language: 'sw' }), policy: words('sw', 'mjinga') },
    held('words'),
  ],
  ['a word of every language', { ...body('mjinga'), policy: words(null, 'mjinga') }, held('words')],
  ['a word that is not taken', { ...body('a fool'), policy: words('en', 'fool', 'refuse') }, refused('unwanted-words')],

  ['an article under which all are held', thread({ mode: 'held' }), held('article')],
  ['a newsroom that holds everything', { policy: readPolicy({ holdAll: true }) }, held('article')],
  ['somebody whose threads are held', thread({ subject: 'held' }), held('subject')],

  ['a first comment', reader({ approvedSinceRefusal: 0 }), held('new-reader')],
  ['a first comment after a refusal', reader({ approvedSinceRefusal: 0, wasRefused: true }), held('distrusted')],
  [
    'not yet trusted',
    { ...reader({ approvedSinceRefusal: 4 }), policy: readPolicy({ trustAfter: 5 }) },
    held('new-reader'),
  ],
  [
    'a first comment where those are welcome',
    { ...reader({ approvedSinceRefusal: 0 }), policy: readPolicy({ holdNew: false }) },
    published,
  ],

  [
    'a refusal before a hold',
    { ...reader({ approvedSinceRefusal: 0 }), ...body('a fool'), policy: words('en', 'fool', 'refuse') },
    refused('unwanted-words'),
  ],
];
test.each(rows)('%s', (_what, more, verdict) => expect(moderate({ ...fine, ...more })).toMatchObject(verdict));
