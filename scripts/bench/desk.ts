/**
 * How long it takes from pressing a button at the desk until a reader gets the change, on the whole product with the sample
 * newsroom: the desk's API over HTTP, PostgreSQL, outbox, feed, resident builder, files, and the site's server.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { routes } from '@dateline/shared/routes';
import { parseSettings } from '../env.ts';
import { step } from '../progress.ts';
import { removePostgres } from '../postgres.ts';
import { startStack, type Stack } from '../stack.ts';
import { openDesk, type DeskClient } from './desk-client.ts';
import { atMost, quantile, told, type Figure } from './figures.ts';

const limitMs = 1_000;

type Found = { docs: { id: string; [field: string]: unknown }[] };
type Saved = { doc: { id: string } };

/** The milliseconds until `arrived` says yes, asked again and again without a pause; and until `act` was answered. */
async function timed(act: () => Promise<unknown>, arrived: () => Promise<boolean>) {
  const began = performance.now();
  await act();
  const answered = performance.now() - began;
  while (!(await arrived())) if (performance.now() - began > 30_000) throw new Error('It never reached the site.');
  return { answered, live: performance.now() - began };
}

const block = { version: 1, direction: 'ltr', format: '', indent: 0 };
const paragraph = (text: string) => ({
  ...block,
  type: 'paragraph',
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
});
const bodyOf = (text: string) => ({
  root: { ...block, type: 'root', children: [paragraph(text)] },
});

async function measure(stack: Stack, desk: DeskClient, rounds: number, signal: AbortSignal): Promise<Figure[]> {
  const times = new Map<string, { answered: number; live: number }[]>();
  const page = async (path: string) => {
    const response = await fetch(new URL(path, stack.siteURL), { redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };
  const note = async (name: string, act: () => Promise<unknown>, arrived: () => Promise<boolean>) => {
    const taken = await timed(act, arrived);
    times.set(name, [...(times.get(name) ?? []), taken]);
  };
  const first = async (collection: string, where = '') =>
    ((await desk.send('GET', `${collection}?limit=1&depth=0&sort=createdAt${where}`)) as Found).docs[0]!;

  const author = await first('people');
  const comment = await first('comments', '&where[status][equals]=published');
  const story = (await desk.send('GET', `articles/${String(comment.article)}?depth=0`)) as { slug: string };
  const thread = routes.article(story.slug);
  // Short enough to stand in one paragraph, without a character that HTML would escape.
  const words = /[\w ,.]{8,40}/.exec(String(comment.body))?.[0] ?? '';
  for (let round = 0; round < rounds; round++) {
    signal.throwIfAborted();
    const mark = randomUUID();
    const slug = `bench-${mark}`;
    const article = {
      _status: 'published',
      headline: mark,
      slug,
      standfirst: 'Of the bench.',
      authors: [author.id],
      dateline: { date: '2026-11-20' },
      body: bodyOf('It was measured.'),
    };
    let id = '';
    const create = async () => (id = ((await desk.send('POST', 'articles', article)) as Saved).doc.id);
    await note('publish', create, async () => (await page(routes.home)).text.includes(mark));
    const edit = () => desk.send('PATCH', `articles/${id}`, { headline: `${mark} edited`, _status: 'published' });
    await note('edit', edit, async () => (await page(routes.article(slug))).text.includes(`${mark} edited`));

    const decide = (status: string) => () => desk.send('PATCH', `comments/${comment.id}`, { status });
    const shown = async () => (await page(thread)).text.includes(words);
    await note('remove a comment', decide('removed'), async () => !(await shown()));
    await note('approve a comment', decide('published'), shown);

    const rename = () => desk.send('PATCH', `articles/${id}`, { slug: `${slug}-renamed`, _status: 'published' });
    await note('rename', rename, async () => (await page(routes.article(slug))).status === 301);
    const gone = async () => (await page(routes.article(`${slug}-renamed`))).status === 410;
    if (round % 2 === 0)
      await note('unpublish', () => desk.send('PATCH', `articles/${id}`, { _status: 'draft' }), gone);
    else await note('trash', () => desk.send('PATCH', `articles/${id}`, { deletedAt: new Date().toISOString() }), gone);
  }
  return [...times].flatMap(([name, taken]) => {
    const live = taken.map((each) => each.live);
    const answered = taken.map((each) => each.answered);
    return [
      told(`at the desk, ${name}: request to site, p50 of ${taken.length}`, 'ms', quantile(live, 0.5)),
      atMost(`at the desk, ${name}: request to site, worst`, 'ms', quantile(live, 1), limitMs),
      told(`at the desk, ${name}: the desk's own answer, p50`, 'ms', quantile(answered, 0.5)),
    ];
  });
}

/** Measures at the desk of a sample newsroom of its own, and takes it away again. */
export async function measureDesk(rounds: number, signal: AbortSignal): Promise<Figure[]> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'dateline-bench-'));
  try {
    const settings = parseSettings({ DATELINE_DIR: dir, PORT: '0' });
    const stack = await startStack({ settings, sample: true, onLine: () => {} });
    try {
      const { editor } = stack.secrets;
      if (!editor) throw new Error('The sample has no editor.');
      const desk = await openDesk(stack.adminURL, editor);
      return await step('Publishing at the desk', async () => {
        await measure(stack, desk, 2, signal);
        return measure(stack, desk, rounds, signal);
      });
    } finally {
      await stack.stop();
    }
  } finally {
    await removePostgres(dir);
    await fs.rm(dir, { recursive: true, force: true });
  }
}
