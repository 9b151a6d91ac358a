import { documentId } from '@dateline/shared/id';
import { z } from 'zod';

/** What acts of the log have in common, by the word in an address. */
export const logKinds = {
  comments: {
    label: 'Comments',
    acts: ['decide', 'edit', 'withdraw', 'pin', 'unpin', 'pick', 'unpick', 'delete'],
  },
  threads: { label: 'Threads', acts: ['thread', 'policy', 'mark', 'unmark'] },
  settings: { label: 'Settings', acts: ['settings'] },
  readers: { label: 'Readers', acts: ['note', 'warn', 'suspend', 'lift', 'badge', 'rename', 'erase'] },
  bans: { label: 'Bans', acts: ['ban', 'unban'] },
  exports: { label: 'Exports', acts: ['export'] },
} as const;

export type LogKind = keyof typeof logKinds;

/** Kinds that say who readers are, which editors do not see. */
const ofReaders: readonly LogKind[] = ['readers', 'bans', 'exports'];

export const kindsFor = (seesReaders: boolean) =>
  (Object.keys(logKinds) as LogKind[]).filter((kind) => seesReaders || !ofReaders.includes(kind));

const id = documentId.optional().catch(undefined);

/** What is asked of the log by an address: what does not fit is not asked. */
export const logQuestion = z.object({
  kind: z
    .enum(Object.keys(logKinds) as [LogKind, ...LogKind[]])
    .optional()
    .catch(undefined),
  staff: id,
  article: id,
  comment: id,
  reader: id,
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .catch(undefined),
});

export type LogQuestion = z.output<typeof logQuestion>;
