import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  GlobalAfterChangeHook,
} from 'payload';
import { staffOf } from '../access/roles.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { idOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import { maskPattern } from './ban-pattern.ts';
import { changesBetween } from './changes.ts';
import { sinceOf } from './since-of.ts';
import { writeLog } from './write-log.ts';

/** Logs what became of a comment, whoever decided it and on whichever screen. */
export const logDecision: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update' || doc.status === previousDoc.status) return doc;
  await writeLog(req, {
    act: 'decide',
    comment: doc.id,
    reader: idOf(doc.reader),
    article: idOf(doc.article),
    before: previousDoc.status,
    after: doc.status,
    since: sinceOf(previousDoc as Row),
    reason: doc.status === 'refused' || doc.status === 'removed' ? doc.refusalReason : null,
  });
  return doc;
};

/** Logs that a reader was suspended, until when, or that they may post again. Their own confirmation is no act of the desk's. */
export const logSuspension: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update') return doc;
  const isSuspended = doc.status === 'suspended';
  const hasMoved = doc.status !== previousDoc.status || doc.suspendedUntil !== previousDoc.suspendedUntil;
  if (!hasMoved || (!isSuspended && previousDoc.status !== 'suspended')) return doc;
  await writeLog(req, {
    act: isSuspended ? 'suspend' : 'lift',
    reader: doc.id,
    before: previousDoc.status,
    after: isSuspended ? (doc.suspendedUntil ?? 'suspended') : doc.status,
    reason: typeof req.context.moderationReason === 'string' ? req.context.moderationReason : null,
  });
  return doc;
};

const subjectOf = ({ subject }: { subject?: { relationTo?: string; value?: unknown } }) =>
  `${subject?.relationTo ?? ''}:${idOf(subject?.value) ?? ''}`;

/** Logs a mark on somebody or some place. */
export const logSubjectChange: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was = operation === 'update' ? `${subjectOf(previousDoc)} ${previousDoc.rule}` : null;
  await writeLog(req, { act: 'mark', before: was, after: `${subjectOf(doc)} ${doc.rule}`, reason: doc.reason });
  return doc;
};

export const logSubjectDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await writeLog(req, { act: 'unmark', before: `${subjectOf(doc)} ${doc.rule}` });
};

/** Logs a ban, or that it was changed. */
export const logBan: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const said = ({ pattern, until }: { pattern?: string; until?: string | null }) =>
    `${maskPattern(String(pattern))}${until ? ` until ${until}` : ''}`;
  const before = operation === 'update' ? said(previousDoc) : null;
  await writeLog(req, { act: 'ban', before, after: said(doc), reason: doc.reason });
  return doc;
};

export const logBanEnd: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await writeLog(req, { act: 'unban', before: maskPattern(String(doc.pattern)) });
};

/** Logs which of the rules of moderation were changed, each from what to what; lists of words by their name alone. */
export const logPolicyChange: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  for (const change of changesBetween(previousDoc?.moderation, doc.moderation)) {
    await writeLog(req, { act: 'settings', ...change });
  }
  return doc;
};

const threadRules = ({ comments, commentPolicy }: Record<string, unknown>) => ({
  comments,
  ...(commentPolicy as object | undefined),
});

/** Logs what an article says of its thread other than before, when it is published: drafts say nothing to anybody. */
export const logThreadChange: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data._status !== 'published') return data;
  const article = String(originalDoc.id);
  const before = await lockedRow(req, 'articles', article);
  if (!before) return data;
  for (const change of changesBetween(threadRules(before), threadRules({ ...originalDoc, ...data }))) {
    await writeLog(req, { act: 'policy', article, ...change });
  }
  return data;
};

/** Logs that a comment was deleted; what it said is nowhere. What answered it is deleted, and logged, for itself. */
export const logDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
  if (!staffOf(req)) return;
  const [comment, reader, article] = [String(doc.id), idOf(doc.reader), idOf(doc.article)];
  await writeLog(req, { act: 'delete', comment, reader, article, before: doc.status });
};

/** Logs that somebody on the staff deleted a reader: not whom, since nothing says so any more. */
export const logErasure: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (staffOf(req)) await writeLog(req, { act: 'erase', reader: String(id) });
};
