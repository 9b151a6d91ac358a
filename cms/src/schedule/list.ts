import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { editorialKinds, type EditorialCollection } from '../collections/slugs.ts';
import { textOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import type { ListedSchedule } from '../admin/schedule-line.ts';
import { readSchedules } from './rows.ts';
import type { Schedule } from './schedule.ts';

/** What is scheduled and what has failed, with its title and who answers for it: of one document, or the next of all. */
export async function listSchedules(payload: Payload, document?: string): Promise<ListedSchedule[]> {
  const handle = payload.db.drizzle;
  const which = document === undefined ? sql`true` : sql`input ->> 'document' = ${document}`;
  // What failed stands first: somebody must do something about it.
  const failed = await readSchedules(handle, sql`has_error and ${which}`, sql`limit 20`);
  const coming = await readSchedules(handle, sql`has_error is not true and ${which}`, sql`limit 20`);
  const schedules = [...failed, ...coming];
  const names = await namesOf(payload, schedules);
  const titles = await titlesOf(payload, schedules);
  return schedules.map(({ user, ...schedule }) => ({
    ...schedule,
    title: titles.get(schedule.document) ?? 'Untitled',
    by: names.get(user) ?? null,
  }));
}

async function find(payload: Payload, collection: string, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...new Set(ids)] } };
  const { docs } = await payload.find({ collection, where, depth: 0, pagination: false, draft: true } as never);
  return docs as unknown as Row[];
}

async function namesOf(payload: Payload, schedules: Schedule[]): Promise<Map<string, string>> {
  const users = await find(
    payload,
    payload.config.admin.user,
    schedules.map(({ user }) => user),
  );
  return new Map(users.map(({ id, name, email }) => [id, textOf(name) || textOf(email)]));
}

async function titlesOf(payload: Payload, schedules: Schedule[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const collection of Object.keys(editorialKinds) as EditorialCollection[]) {
    const ids = schedules.filter((schedule) => schedule.collection === collection).map(({ document }) => document);
    for (const { id, headline, name } of await find(payload, collection, ids)) {
      titles.set(id, textOf(headline ?? name) || 'Untitled');
    }
  }
  return titles;
}
