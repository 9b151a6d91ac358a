import { APIError, type PayloadRequest } from 'payload';
import { staffOf, type Staff } from './roles.ts';

/** A refusal with a sentence for whoever is at the desk. */
export const refuse = (sentence: string, status: number) => new APIError(sentence, status, {}, true);

/** An answer for the desk alone, which no cache may keep. */
export const answerDesk = (body: object) => Response.json(body, { headers: { 'cache-control': 'no-store' } });

/** Who on the staff makes the request. @throws {@link APIError} for anybody else. */
export function requireStaff(req: PayloadRequest): Staff {
  const staff = staffOf(req);
  if (!staff) throw refuse('Log in as staff.', 401);
  return staff;
}
