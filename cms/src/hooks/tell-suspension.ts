import { readerRoutes } from '@dateline/shared/routes';
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload';
import { publicURLOf } from '../public-url.ts';
import { saySuspension } from '../readers/barred.ts';
import { suspended, suspensionLifted } from '../readers/mails.ts';
import { newsroomName } from '../readers/newsroom-name.ts';
import { queueMail } from '../readers/queue-mail.ts';

interface Standing {
  status?: string;
  suspendedUntil?: string | null;
  suspensionReason?: string | null;
}

const said = ({ status, suspendedUntil, suspensionReason }: Standing) =>
  status === 'suspended'
    ? saySuspension(suspendedUntil ? new Date(suspendedUntil) : null, suspensionReason?.trim() || null)
    : undefined;

/** A reason holds as long as its suspension. */
export const dropSuspensionReason: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  (data.status ?? originalDoc?.status) === 'suspended' ? data : { ...data, suspensionReason: null };

/** Tells a reader by mail that they are suspended, until when and why, and that it is over before its time. */
export const tellSuspension: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const [was, is] = [said(previousDoc ?? {}), said(doc)];
  if (operation !== 'update' || !doc.email || was === is) return doc;
  const isInTime = !previousDoc?.suspendedUntil || Date.parse(previousDoc.suspendedUntil) > Date.now();
  if (!is && (doc.status !== 'active' || !isInTime)) return doc;
  const url = new URL(readerRoutes.account, publicURLOf(req.payload)).href;
  const newsroom = await newsroomName(req);
  const mail = is ? suspended(newsroom, url, is) : suspensionLifted(newsroom, url);
  await queueMail(req, doc.email, mail, String(doc.id));
  return doc;
};
