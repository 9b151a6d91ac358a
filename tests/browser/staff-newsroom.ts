import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mention, words } from '../integration/desk.ts';
import type { TestStack } from '../support/stack.ts';

export interface Made {
  id: string;
  slug: string;
  publishedAt: string;
}

/** One after the other, and again from the first. */
export function turn<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There is nothing to take a turn.');
  return found;
}

/** One of each number, a few at a time. */
export async function each<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  const waiting = Array.from({ length: count }, (_, index) => index);
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) made[next] = await make(next);
  };
  await Promise.all([work(), work(), work(), work()]);
  return made;
}

const block = (type: string, more: object, ...children: object[]) => ({ type, version: 1, ...more, children });
const paragraph = (...children: object[]) => block('paragraph', {}, ...children);

/** A body of several parts. */
const bodyOf = (...children: object[]) => ({ root: block('root', {}, ...children) });

/** A body of links. */
export const linksTo = (urls: readonly string[]) =>
  bodyOf(
    paragraph(
      ...urls.map((url) => block('link', { fields: { linkType: 'custom', url, newTab: false } }, words('a link'))),
    ),
  );

/** A body with each text in all that a body can hold, and images. */
const everythingOf = (texts: readonly string[], images: readonly Made[]) =>
  bodyOf(
    ...texts.map((text) => paragraph(words(text))),
    ...texts.flatMap((text) => [
      block('heading', { tag: 'h2' }, words(text)),
      block(
        'list',
        { tag: 'ul', listType: 'bullet', start: 1 },
        block('listitem', { value: 1 }, { ...words(text), format: 19 }),
      ),
      { type: 'block', version: 2, fields: { blockName: '', blockType: 'quote', text, source: text } },
    ]),
    ...images.map(({ id: value }) => ({ type: 'upload', version: 3, relationTo: 'media', value, fields: {} })),
  );

/** The texts of a newsroom, by how long they may be: names, headlines, standfirsts and captions, and longer ones. */
export interface Texts {
  names: string[];
  headlines: string[];
  standfirsts: string[];
  notes: string[];
}

/** Writes over the desk's own API as whoever is logged in on the page. */
export function staffOf(desk: Page, stack: TestStack) {
  async function offer(path: string, options: object): Promise<{ status: number; said: string; doc?: Made }> {
    const headers = { Origin: new URL(stack.adminURL).origin };
    const response = await desk.request.post(`${stack.adminURL}/api/${path}`, { headers, ...options });
    return { status: response.status(), said: await response.text(), ...((await response.json()) as { doc?: Made }) };
  }
  async function send(path: string, options: object): Promise<Made> {
    const { doc, ...answer } = await offer(path, options);
    expect(answer).toMatchObject({ status: 201 });
    return doc!;
  }
  const publish = (collection: string, data: object) => send(collection, { data: { ...data, _status: 'published' } });

  /** Publishes a newsroom in which every text stands wherever staff may write one as long. */
  async function fill({ names, headlines, standfirsts, notes }: Texts) {
    const picture = await desk.screenshot({ clip: { x: 0, y: 0, width: 480, height: 40 } });
    const images = await each(standfirsts.length, (index) => {
      const said = { alt: turn(standfirsts, index), caption: turn(standfirsts, index), credit: turn(headlines, index) };
      const file = { name: `${index}.png`, mimeType: 'image/png', buffer: picture };
      return send('media', { multipart: { file, _payload: JSON.stringify(said) } });
    });
    // Each kind has a third of the names, and roles have the others.
    const part = Math.ceil(names.length / 3);
    const name = (kind: number, index: number) => turn(names, kind * part + index);
    const people = await each(part, (index) =>
      publish('people', {
        name: name(0, index),
        biography: turn(notes, index),
        photo: turn(images, index).id,
        roles: [{ title: name(1, index), organisation: name(2, index), from: '2020-01-01' }],
      }),
    );
    const places = await each(part, (index) =>
      publish('places', { name: name(1, index), kind: 'town', description: turn(notes, index) }),
    );
    const topics = await each(part, (index) =>
      publish('topics', { name: name(2, index), description: turn(notes, index) }),
    );
    const story = (index: number) => ({
      headline: turn(headlines, index),
      standfirst: turn(standfirsts, index),
      dateline: { date: '2026-02-04', place: turn(places, index).id },
      authors: [turn(people, index).id],
      topics: [turn(topics, index).id],
      leadImage: turn(images, index).id,
      corrections: [{ at: '2026-02-05T09:00:00.000Z', text: turn(notes, index) }],
    });
    const stories = await each(headlines.length, (index) =>
      publish('articles', {
        ...story(index),
        body: bodyOf(
          paragraph(words('Said here: '), mention('person', turn(people, index).id, name(0, index))),
          paragraph(mention('place', turn(places, index).id, name(1, index)), words('.')),
        ),
      }),
    );
    const all = await publish('articles', { ...story(0), body: everythingOf([...notes, ...names], images) });
    return { people, places, topics, stories, all, story, name };
  }

  return { offer, send, fill };
}
