import { passwordForm } from '@dateline/shared/account-forms';
import { passwordInput } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { inTransaction } from '../../in-transaction.ts';
import { refuseGuessable } from '../common-password.ts';
import { parseInput } from '../failure.ts';
import { passwordChanged } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { removePasskeysOf } from '../passkeys/rows.ts';
import { hashPassword } from '../password.ts';
import { queueMail } from '../queue-mail.ts';
import { endSessionsOf } from '../session.ts';
import { startSession } from '../start-session.ts';
import { burnTokens } from '../tokens.ts';
import { ownForm } from './own-page.ts';
import { holdProof, provePassword } from './prove-password.ts';

/** `/account/password`: every session ends and every mailed link with it, and passkeys where they wish; this browser gets a session under a new id. */
export const accountPassword = ownForm({
  path: '/account/password',
  title: 'Change your password',
  draw: passwordForm,
  done: 'password',
  save: async (exchange, reader) => {
    const { payload, options, input } = exchange;
    const { password, newPassword, removePasskeys } = parseInput(passwordInput, input);
    const proof = await provePassword(exchange, reader, password);
    await refuseGuessable('newPassword', newPassword, [reader.name, reader.email]);
    const passwordHash = await hashPassword(newPassword);
    await inTransaction(payload, async (req) => {
      await holdProof(req, reader, proof);
      await payload.update({ collection: 'readers', id: reader.id, data: { passwordHash }, depth: 0, req });
      await endSessionsOf(req, reader.id);
      if (removePasskeys) await removePasskeysOf(req, reader.id);
      await burnTokens(req, reader.id);
      const url = new URL(readerRoutes.forgot, options.publicURL).href;
      await queueMail(req, reader.email, passwordChanged(await newsroomName(req), url, removePasskeys), reader.id);
    });
    await startSession(exchange, reader, { passwordHash });
  },
});
