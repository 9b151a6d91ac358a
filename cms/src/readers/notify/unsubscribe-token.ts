import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { documentId } from '@dateline/shared/id';
import { kinds, type Kind } from './preference.ts';

const claim = z.tuple([documentId, z.enum(Object.keys(kinds) as [Kind, ...Kind[]]), z.string()]);

const sign = (secret: string, reader: string, kind: Kind) =>
  createHmac('sha256', secret).update(`unsubscribe:${reader}:${kind}`).digest('base64url');

/** Ends mails of one kind to one reader, and does nothing else; good as long as the server's secret is. */
export const unsubscribeToken = (secret: string, reader: string, kind: Kind) =>
  `${reader}.${kind}.${sign(secret, reader, kind)}`;

/** Whose mails of which kind a token ends; undefined for one that we did not make. */
export function readUnsubscribeToken(secret: string, token: unknown): { reader: string; kind: Kind } | undefined {
  const parsed = claim.safeParse(typeof token === 'string' ? token.split('.') : undefined);
  if (!parsed.success) return undefined;
  const [reader, kind, signature] = parsed.data;
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(secret, reader, kind))];
  return given.length === own.length && timingSafeEqual(given, own) ? { reader, kind } : undefined;
}
