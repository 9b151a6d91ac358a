import { randomUUID } from 'node:crypto';
import { digestMail } from '../../cms/src/readers/notify/notification-mail.ts';
import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';
import { payloads } from '../support/xss-payloads.ts';
import { look, watched } from './xss-watch.ts';

/** Every mail that was written, and one of every kind for every payload. No policy protects them. */
export async function openMails(stack: TestStack): Promise<void> {
  const written = await query<{ html: string }>(stack.database.url, 'select html from mail_queue');
  const envelope = { newsroom: 'News', publicURL: 'http://localhost', secret: 'a', reader: randomUUID() };
  const happenings = payloads.map((payload, index) => ({
    kind: 'reply' as const,
    what: index % 2 ? ('reply' as const) : ('refused' as const),
    article: { slug: 'a', headline: payload },
    comment: { id: randomUUID(), authorName: payload, body: payload },
    reason: payload,
  }));
  const digests = Array.from({ length: Math.ceil(happenings.length / 50) }, (_, index) =>
    digestMail(envelope, happenings.slice(index * 50, index * 50 + 50)),
  );
  const page = await watched();
  for (const { html } of [...written, ...digests]) {
    await page.setContent(html);
    await look(page, 'a mail');
  }
}
