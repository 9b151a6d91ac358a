import { query } from '../support/database.ts';
import type { TestStack } from '../support/stack.ts';

export const forgetLimits = (stack: TestStack) => query(stack.database.url, 'delete from rate_limits');

/** Sends as somebody's browser would: in turns as JSON and as a form. */
export function sender(stack: TestStack, cookie: string) {
  let turn = 0;
  return async (path: string, fields: Record<string, string>, asForm = turn++ % 2 === 1) => {
    if (turn % 5 === 0) await forgetLimits(stack);
    return await fetch(new URL(path, stack.siteURL), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie,
        origin: new URL(stack.siteURL).origin,
        'content-type': asForm ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body: asForm ? new URLSearchParams(fields).toString() : JSON.stringify(fields),
    });
  };
}

export type Send = ReturnType<typeof sender>;
