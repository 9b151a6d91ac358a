import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { atEnd } from './at-end.ts';

/** A directory of the test file's own, removed when the file is through. */
export async function freshDirectory(): Promise<string> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'dateline-test-'));
  atEnd(() => fs.rm(directory, { recursive: true, force: true, maxRetries: 3 }));
  return directory;
}

/**
 * Boots the app's real Payload in this process, on a database of {@link freshDatabase}, and closes it when the test file
 * is through. Once per test file: Payload keeps one instance per process.
 * @param overrides Environment of `cms/env.ts`.
 */
export async function bootPayload(url: string, overrides: Record<string, string> = {}) {
  const home = await freshDirectory();
  Object.assign(process.env, {
    DATABASE_URL: url,
    PAYLOAD_SECRET: randomUUID(),
    FEED_TOKEN: 'feed-token-of-the-tests',
    PUBLIC_URL: 'http://localhost:4321',
    MEDIA_DIR: path.join(home, 'media'),
    MAIL_DIR: path.join(home, 'mail'),
    SITE_DIR: path.join(home, 'site'),
    ...overrides,
  });
  // Imported only now, because its configuration is read as it loads.
  const { openPayload } = await import('../../cms/commands/open-payload.ts');
  const payload = await openPayload();
  atEnd(() => payload.destroy());
  return payload;
}
