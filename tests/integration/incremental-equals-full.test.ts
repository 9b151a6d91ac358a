import { randomUUID } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createFeedServer } from '../../cms/src/feed/feed-server.ts';
import { listen } from '../support/listen.ts';
import { openDesk, type Desk } from './desk.ts';
import { buildAgain, builderSettings } from '../support/builder.ts';
import { clockAt } from '../support/clock.ts';
import { deskStep, newsroomAt } from '../support/desk-script.ts';
import { keepSite } from '../support/keep-site.ts';
import { holds, runsOf } from '../support/property.ts';
import { filesOf } from '../support/site-files.ts';

const file = path.relative(process.cwd(), import.meta.filename);
const token = 'a-token-of-the-feed';
let desk: Desk;
let feed: { url: string; token: string };
beforeAll(async () => {
  desk = await openDesk();
  const server = createFeedServer({ getPayload: async () => desk.payload, token });
  feed = { url: await listen(server), token };
});

const script = fc.record({
  turns: fc.array(fc.record({ steps: fc.array(deskStep, { minLength: 2, maxLength: 8 }), isHasty: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  }),
  failpoints: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 }),
});

const runs = runsOf(10);

test(
  'what is done at the desk comes out the same, followed by builders that are killed or built from nothing',
  async () => {
    const property = fc.asyncProperty(script, async (given) => {
      const clock = await clockAt(new Date().toISOString());
      const settings = { ...(await builderSettings(feed)), SITE_CLOCK: clock.file };
      await keepSite(settings, newsroomAt(desk, randomUUID().slice(0, 8)), given, async () => {
        const { publicDir } = await buildAgain(feed, { SITE_CLOCK: clock.file });
        return filesOf(publicDir);
      });
    });
    await holds(property, { runs, file });
    expect.hasAssertions();
  },
  60_000 + runs * 20_000,
);
