import { deleteForm } from '@dateline/shared/account-forms';
import { deleteInput } from '@dateline/shared/reader';
import { routes } from '@dateline/shared/routes';
import { inTransaction } from '../../in-transaction.ts';
import { parseInput } from '../failure.ts';
import { accountEnds } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { endSessionsOf, noCookies } from '../session.ts';
import { burnTokens } from '../tokens.ts';
import { ownForm } from './own-page.ts';
import { holdProof, provePassword } from './prove-password.ts';

const grace = 24 * 3_600_000;

/** `/account/delete`: logged out everywhere at once, and deleted in a day, unless they log in before. */
export const deleteAccount = ownForm({
  path: '/account/delete',
  barred: 'may',
  title: 'Delete your account',
  draw: deleteForm,
  values: (_, { status }) => ({ standing: status }),
  done: {
    title: 'Your account will be deleted',
    html: `<p role="status">You are logged out, and in a day your account is gone. If you think better of it, log in before.</p><p><a href="${routes.home}">To the front page</a></p>`,
  },
  save: async (exchange, reader) => {
    const { payload, options, input, cookies } = exchange;
    const { password, comments } = parseInput(deleteInput, input);
    const proof = await provePassword(exchange, reader, password);
    const data = {
      deleteAt: new Date(Date.now() + grace).toISOString(),
      emptyComments: comments === 'remove',
      deletionReason: 'wish',
    };
    await inTransaction(payload, async (req) => {
      await holdProof(req, reader, proof);
      await payload.update({ collection: 'readers', id: reader.id, data, depth: 0, req });
      await endSessionsOf(req, reader.id);
      await burnTokens(req, reader.id);
      const url = new URL(routes.login, options.publicURL).href;
      await queueMail(req, reader.email, accountEnds(await newsroomName(req), url, 'a day'), reader.id);
    });
    cookies.push(...noCookies(options.publicURL));
  },
});
