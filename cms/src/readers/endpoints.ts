import type { Endpoint } from 'payload';
import { accountPage } from './account.ts';
import { answer, type ReaderRoute } from './exchange.ts';
import { login, loginPage } from './login.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import { newCommentPage } from './new-comment.ts';
import type { ReaderOptions } from './options.ts';
import { postComment } from './post-comment.ts';
import { register, registerPage } from './register.ts';
import { thread } from './thread.ts';
import { verify, verifyPage } from './verify.ts';

/** Everything that the public may call, and nothing else is answered. */
export const readerTable: readonly ReaderRoute[] = [
  registerPage,
  register,
  verifyPage,
  verify,
  loginPage,
  login,
  logout,
  me,
  accountPage,
  thread,
  postComment,
  newCommentPage,
];

/** The reader API as Payload root endpoints, under `/reader/`. */
export function readerEndpoints(options: ReaderOptions): Endpoint[] {
  return readerTable.map((route) => ({
    method: route.method,
    path: `/reader${route.path}`,
    handler: (req) => answer(route, options, req as unknown as Request, async () => req.payload),
  }));
}
