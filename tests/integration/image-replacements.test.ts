import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let directory: string;
let ask: (role: Role, method: string, url: string, fields: object, colour?: string) => Promise<Answer>;

interface Answer {
  status: number;
  text: string;
  doc: { id: string; filename: string; revision: string };
}

beforeAll(async () => {
  desk = await openDesk();
  desk.payload.logger.level = 'fatal';
  directory = String(desk.payload.collections.media?.config.upload.staticDir);
  const { config, handleEndpoints } = await import('../../cms/commands/open-payload.ts');
  ask = async (role, method, url, fields, colour) => {
    const body = new FormData();
    if (colour) body.set('file', new File([await picture(colour)], `${colour}.png`, { type: 'image/png' }));
    body.set('_payload', JSON.stringify(fields));
    const headers = { authorization: `JWT ${desk.staff[role].token}` };
    const request = new Request(`http://localhost:4321/admin/api${url}`, { method, headers, body });
    const response = await handleEndpoints({ config, request });
    const text = await response.text();
    return { status: response.status, text, doc: (JSON.parse(text) as { doc: Answer['doc'] }).doc };
  };
});

const picture = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 640, height: 320, channels: 3, background } })
      .png()
      .toBuffer(),
  );

/** Every file that there is, with its bytes. */
async function files(): Promise<Record<string, string>> {
  const names = (await fs.readdir(directory)).sort();
  const bytes = await Promise.all(names.map((name) => fs.readFile(path.join(directory, name), 'base64')));
  return Object.fromEntries(names.map((name, i) => [name, bytes[i] ?? '']));
}

const crop = 'uploadEdits[crop][x]=50&uploadEdits[crop][y]=50&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50';
const cut = `${crop}&uploadEdits[widthInPixels]=100&uploadEdits[heightInPixels]=80`;

const upload = async () => (await ask('reporter', 'POST', '/media', { alt: 'A ferry' }, 'teal')).doc;

describe('an image that is public', () => {
  let id: string;
  let before: Record<string, string>;
  beforeEach(async () => {
    ({ id } = await upload());
    await desk.create('articles', desk.story({ leadImage: id, _status: 'published' }));
    before = await files();
  });

  test.each<[string, (id: string) => Promise<Answer>]>([
    ['another file', (id) => ask('reporter', 'PATCH', `/media/${id}`, { alt: 'A ferry' }, 'red')],
    [
      'another file for all that are found',
      (id) => ask('reporter', 'PATCH', `/media?where[id][equals]=${id}`, { alt: 'A ferry' }, 'red'),
    ],
    ['another cut', (id) => ask('reporter', 'PATCH', `/media/${id}?${cut}`, { alt: 'A ferry' })],
    ['another text', (id) => ask('reporter', 'PATCH', `/media/${id}`, { alt: 'Another ferry' })],
  ])('is given %s by no reporter, and stays whole', async (_what, change) => {
    const refused = await change(id);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('This image has been published. Ask an editor to change it.');
    expect(await files()).toEqual(before);
    expect(await desk.outboxOf(id)).toHaveLength(1);
  });

  test.each([
    ['no alternative text', { alt: '' }, 'Describe the image for those who do not see it.'],
    ['one of blanks', { alt: '  ' }, 'Describe the image for those who do not see it.'],
    ['one that is too long', { alt: 'a'.repeat(501) }, 'Shorten it to at most 500 characters.'],
    ['too long a caption', { caption: 'a'.repeat(501) }, 'Shorten it to at most 500 characters.'],
  ])('is not replaced with %s, and stays whole', async (_what, fields, sentence) => {
    const refused = await ask('editor', 'PATCH', `/media/${id}`, fields, 'red');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(sentence);
    expect(await files()).toEqual(before);
    expect(await desk.outboxOf(id)).toHaveLength(1);
  });

  test('is replaced by an editor, and published anew', async () => {
    const replaced = await ask('editor', 'PATCH', `/media/${id}`, { alt: 'A ferry' }, 'red');
    expect(replaced.status).toBe(200);
    const after = await files();
    expect(after[replaced.doc.filename]).toBe(Buffer.from(await picture('red')).toString('base64'));
    expect((await desk.outboxOf(id)).at(-1)?.data).toMatchObject({ revision: replaced.doc.revision });
  });
});

test('an image that never was public is replaced by its reporter', async () => {
  const { id } = await upload();
  expect((await ask('reporter', 'PATCH', `/media/${id}`, { alt: 'A ferry' }, 'red')).status).toBe(200);
  const many = await ask('reporter', 'PATCH', `/media?where[id][equals]=${id}`, { alt: 'A boat' });
  expect(many.status).toBe(200);
  expect(await desk.payload.findByID({ collection: 'media', id })).toMatchObject({ alt: 'A boat' });
});

test('an image that was public, and whose story was taken down, stays as it was', async () => {
  const { id } = await upload();
  const story = await desk.create('articles', desk.story({ leadImage: id, _status: 'published' }));
  await desk.update('articles', story.id, { _status: 'draft' });
  const before = await files();
  expect((await ask('reporter', 'PATCH', `/media/${id}`, { alt: 'A ferry' }, 'red')).status).toBe(403);
  expect(await files()).toEqual(before);
});
