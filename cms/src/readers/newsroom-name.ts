import type { Payload, PayloadRequest } from 'payload';
import { nameless } from '../project/settings.ts';

/** What mails call the newsroom. */
export async function newsroomName(req: PayloadRequest): Promise<string> {
  return await nameOfNewsroom(req.payload, req);
}

export async function nameOfNewsroom(payload: Payload, req?: PayloadRequest): Promise<string> {
  const settings = await payload.findGlobal({ slug: 'newsroom-settings', depth: 0, ...(req && { req }) });
  return settings.name || nameless;
}
