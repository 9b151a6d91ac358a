import type { Me } from '@dateline/shared/reader';
import { requireReader, type ReaderRoute } from './exchange.ts';

/** `GET /me` */
export const me: ReaderRoute = {
  method: 'get',
  path: '/me',
  act: async (exchange) => {
    const { id, name, email } = await requireReader(exchange);
    return { status: 200, json: { id, name, email } satisfies Me };
  },
};
