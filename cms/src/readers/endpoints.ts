import type { Endpoint } from 'payload';
import { agree } from './account/agree.ts';
import { confirmEmail, confirmEmailPage } from './account/confirm-email.ts';
import { deleteAccount } from './account/delete.ts';
import { accountEmail } from './account/email.ts';
import { exportAccount } from './account/export.ts';
import { accountName } from './account/name.ts';
import { accountNotifications } from './account/notifications.ts';
import { accountPage } from './account/page.ts';
import { accountComments } from './account/own-comments.ts';
import { accountPassword } from './account/password.ts';
import { endAllSessions, endOneSession } from './account/sessions.ts';
import { commentsBy } from './comments-by.ts';
import { answer, type ReaderRoute } from './exchange.ts';
import { edit, editPage } from './edit-comment.ts';
import { findComment } from './find-comment.ts';
import { forgot, forgotPage } from './forgot.ts';
import { login, loginPage } from './login.ts';
import { logout } from './logout.ts';
import { me } from './me.ts';
import { newCommentPage } from './new-comment.ts';
import type { ReaderOptions } from './options.ts';
import { addPasskey, newPasskeyOptions } from './passkeys/add.ts';
import { passkeyLogin, passkeyLoginOptions } from './passkeys/log-in.ts';
import { passkeysPage, removePasskey } from './passkeys/page.ts';
import { postComment } from './post-comment.ts';
import { registerChallengeRoute } from './register-challenge.ts';
import { recommend, recommendPage } from './recommend.ts';
import { register, registerPage } from './register.ts';
import { report, reportPage } from './report.ts';
import { reset, resetPage } from './reset.ts';
import { thread } from './thread.ts';
import { unsubscribe, unsubscribePage } from './unsubscribe.ts';
import { verify, verifyPage } from './verify.ts';
import { withdraw, withdrawPage } from './withdraw-comment.ts';

/** Everything that the public may call, and nothing else is answered. */
export const readerTable: readonly ReaderRoute[] = [
  registerPage,
  register,
  registerChallengeRoute,
  verifyPage,
  verify,
  loginPage,
  login,
  logout,
  forgotPage,
  forgot,
  resetPage,
  reset,
  me,
  accountPage,
  ...accountName,
  ...accountEmail,
  confirmEmailPage,
  confirmEmail,
  ...accountPassword,
  endOneSession,
  endAllSessions,
  passkeysPage,
  newPasskeyOptions,
  addPasskey,
  removePasskey,
  passkeyLoginOptions,
  passkeyLogin,
  agree,
  exportAccount,
  ...accountNotifications,
  ...accountComments,
  unsubscribePage,
  unsubscribe,
  ...deleteAccount,
  thread,
  postComment,
  newCommentPage,
  findComment,
  recommendPage,
  recommend,
  commentsBy,
  editPage,
  edit,
  withdrawPage,
  withdraw,
  reportPage,
  report,
];

/** The reader API as Payload root endpoints, under `/reader/`. */
export function readerEndpoints(options: ReaderOptions): Endpoint[] {
  return readerTable.map((route) => ({
    method: route.method,
    path: `/reader${route.path}`,
    handler: (req) => answer(route, options, req as unknown as Request, async () => req.payload),
  }));
}
