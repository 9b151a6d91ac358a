import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect, vi } from 'vitest';
import type { BuilderSettings } from '../../site/env.ts';
import { startBuilder } from './builder-process.ts';
import { filesOf } from './site-files.ts';

/** A newsroom that a builder follows while a script goes on in it. */
export interface Newsroom<Step> {
  act(step: Step): void | Promise<void>;
  /** Resolves when the builder has told of all that was done so far. */
  delivered(): Promise<unknown>;
}

/** What happens in a newsroom between two moments at which the site may have caught up. */
export interface Turn<Step> {
  steps: Step[];
  /** The builder is not waited for: the next turn comes while it is at work. */
  isHasty: boolean;
}

const killed = 'Killed at a failpoint';

/** The files that readers are given, but for images that nothing shows any more: they stay for pages in flight. */
function filesFor(settings: BuilderSettings, made: Record<string, string>): Record<string, string> {
  const kept = filesOf(path.join(settings.SITE_DIR, 'current', 'public'));
  return Object.fromEntries(Object.entries(kept).filter(([file]) => !file.startsWith('media/') || file in made));
}

/** Milliseconds that a site may take to come out right once the newsroom is at rest. */
const patience = 30_000;

/**
 * Keeps a site by resident builders, each of which kills itself at the failpoint that is next in the list, while turns go
 * on in the newsroom. In the end the site must have the paths and bytes of one that was built from nothing, and the
 * builder must end in order.
 * @param build Builds such a site. Returns its files.
 */
export async function keepSite<Step>(
  settings: BuilderSettings,
  newsroom: Newsroom<Step>,
  { turns, failpoints }: { turns: Turn<Step>[]; failpoints: number[] },
  build: () => Promise<Record<string, string>>,
): Promise<void> {
  const deaths = [...failpoints];
  const start = () => {
    const at = deaths.shift();
    return startBuilder(settings, at === undefined ? {} : { SITE_FAILPOINT: String(at) });
  };
  let builder = start();

  /** Waits for something, and puts another builder in the place of one that kills itself meanwhile. */
  async function meanwhile(what: Promise<unknown>): Promise<void> {
    for (;;) {
      const end = await Promise.race([what.then(() => undefined), builder.ended]);
      if (!end) return;
      await builder.silent;
      if (!builder.errors().includes(killed))
        throw new Error(`The builder ended by itself (${end.join()}): ${builder.errors()}`);
      builder = start();
    }
  }
  async function told(): Promise<void> {
    const over = new AbortController();
    const tooLate = setTimeout(patience, undefined, { signal: over.signal }).then(() => {
      throw new Error(`The builder did not tell the newsroom what it did. ${builder.errors()}`);
    });
    tooLate.catch(() => undefined);
    await Promise.race([meanwhile(newsroom.delivered()), tooLate]).finally(() => over.abort());
  }
  for (const { steps, isHasty } of turns) {
    for (const step of steps) await newsroom.act(step);
    if (!isHasty) await told();
  }
  await told();
  const made = await build();
  function equals(): boolean {
    try {
      return isDeepStrictEqual(filesFor(settings, made), made);
    } catch {
      // A folder or a file went away while it was being read.
      return false;
    }
  }
  await meanwhile(vi.waitUntil(equals, { interval: 20, timeout: patience }).catch(() => undefined));
  expect(filesFor(settings, made)).toEqual(made);
  // One that was begun a moment ago, in the place of one that killed itself, does not yet end in order.
  await Promise.race([builder.ready, builder.ended]);
  builder.child.kill('SIGTERM');
  const [code, signal] = await builder.ended;
  await builder.silent;
  if (!builder.errors().includes(killed))
    expect({ code, signal, said: builder.errors() }).toEqual({ code: 0, signal: null, said: '' });
}
