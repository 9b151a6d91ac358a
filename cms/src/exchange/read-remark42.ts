import { z } from 'zod';
import { commentText } from './comment-text.ts';
import { readInstant, UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readObjects } from './read-lines.ts';

const head = z.object({
  version: z.number(),
  users: z
    .array(z.object({ id: z.string(), details: z.object({ email: z.string().optional() }).optional() }))
    .nullish(),
});

const comment = z.object({
  id: z.string().min(1),
  pid: z.string().default(''),
  text: z.string().default(''),
  orig: z.string().optional(),
  user: z.object({ id: z.string(), name: z.string().default('') }),
  locator: z.object({ site: z.string().default(''), url: z.string() }),
  time: z.string(),
  delete: z.boolean().optional(),
  deleted: z.boolean().optional(),
});

/** remark42's backup: a line about its users and threads, then a comment on each, as a rule packed with gzip. */
export async function* readRemark42(file: ForeignFile): AsyncGenerator<Foreign> {
  const emails = new Map<string, string>();
  const known = new Set<string>();
  for await (const { line, object } of readObjects(file)) {
    const meta = line === 1 ? head.safeParse(object) : undefined;
    if (meta?.success) {
      for (const { id, details } of meta.data.users ?? []) if (details?.email) emails.set(id, details.email);
      continue;
    }
    const parsed = comment.safeParse(object);
    if (!parsed.success)
      throw new UnreadableFile(
        file.name,
        line,
        'This is no comment of remark42: it should have id, user, locator and time.',
      );
    const { id, pid, text, user, locator, time, delete: gone, deleted } = parsed.data;
    if (!known.has(locator.url)) {
      known.add(locator.url);
      yield { is: 'thread', key: locator.url, url: locator.url, hints: [] };
    }
    yield { is: 'author', key: user.id, name: user.name, email: emails.get(user.id) ?? null, isConfirmed: true };
    yield {
      is: 'comment',
      key: id,
      thread: locator.url,
      parent: pid || null,
      author: user.id,
      name: user.name,
      text: commentText(text, { hasLines: false }),
      at: readInstant(time),
      skip: (gone ?? deleted) ? 'deleted' : null,
    };
  }
}
