import { drawInstant } from './account/draw-day.ts';
import type { Payload } from 'payload';
import { isBanned } from '../moderation/banned.ts';
import { ReaderFailure } from './failure.ts';

/** Why a reader may do nothing but see, take away and delete what is kept of them. */
export type Bar = 'suspended' | 'banned';

/** Why somebody who has just proved who they are is barred; undefined for everybody else. */
export async function barOf(
  payload: Payload,
  { email, status }: { email: string; status: string },
  address: string | undefined,
): Promise<Bar | undefined> {
  if (status === 'suspended') return 'suspended';
  return (await isBanned(payload, email, address)) ? 'banned' : undefined;
}

/** What a reader is told who is barred: until when, and why, where it is a suspension. Nothing for others. */
export async function sayBar(payload: Payload, reader: string, bar: Bar): Promise<string> {
  if (bar === 'banned') return '';
  const { rows } = await payload.db.pool.query<{ until: Date | null; reason: string | null }>(
    'select suspended_until as until, suspension_reason as reason from readers where id = $1',
    [reader],
  );
  return saySuspension(rows[0]?.until ?? null, rows[0]?.reason ?? null);
}

/** Until when, and why: in a mail as on a page. */
export function saySuspension(until: Date | null, reason: string | null): string {
  const end = until ? `It is suspended until ${drawInstant(until)}.` : 'It is suspended until the newsroom ends that.';
  return [end, reason && `The newsroom’s reason: ${reason}`].filter(Boolean).join(' ');
}

/** @param cookies Of the session in which they can see to what is kept of them. */
export async function barred(
  payload: Payload,
  reader: string,
  bar: Bar,
  cookies: readonly string[] = [],
): Promise<ReaderFailure> {
  const said = await sayBar(payload, reader, bar);
  const rest = 'You can still download or delete what we keep of you, on your account page.';
  return new ReaderFailure(bar, { detail: [said, rest].filter(Boolean).join(' '), cookies: [...cookies] });
}
