import { emailForm } from '@dateline/shared/account-forms';
import { emailInput } from '@dateline/shared/reader';
import { readerRoutes, routes } from '@dateline/shared/routes';
import type { PayloadRequest } from 'payload';
import { inTransaction } from '../../in-transaction.ts';
import { parseInput } from '../failure.ts';
import { limitRate } from '../limit-rate.ts';
import { addressWanted, confirmNewAddress, registeredAlready } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { refuseAddress } from '../refuse-address.ts';
import { isPending, readerByEmail } from '../reader-rows.ts';
import type { SignedInReader } from '../session.ts';
import { issueToken } from '../tokens.ts';
import { ownForm } from './own-page.ts';
import { holdProof, provePassword } from './prove-password.ts';

/** `/account/email`: a link to the new address, and word of it to the old. Whether the new one has an account, only it learns. */
export const accountEmail = ownForm({
  path: '/account/email',
  title: 'Change your e-mail address',
  draw: emailForm,
  done: 'email',
  save: async (exchange, reader) => {
    const { payload, options, input, address } = exchange;
    const { email, password } = parseInput(emailInput, input);
    await limitRate(payload, 'change', reader.id, address);
    const proof = await provePassword(exchange, reader, password);
    await limitRate(payload, 'mail', email, address);
    await refuseAddress(payload, email, address);
    await inTransaction(payload, async (req) => {
      await holdProof(req, reader, proof);
      await askForAddress(req, options.publicURL, reader, email);
    });
  },
});

async function askForAddress(req: PayloadRequest, publicURL: string, reader: SignedInReader, email: string) {
  const newsroom = await newsroomName(req);
  const at = (path: string) => new URL(path, publicURL).href;
  const owner = await readerByEmail(req.payload, email, req);
  const token = await issueToken(req, reader.id, { purpose: 'email', email });
  const mail =
    owner && !isPending(owner)
      ? registeredAlready(newsroom, at(routes.login))
      : confirmNewAddress(newsroom, at(`${readerRoutes.confirmEmail}?token=${token}`));
  await queueMail(req, email, mail, reader.id);
  await queueMail(req, reader.email, addressWanted(newsroom, at(readerRoutes.forgot)), reader.id);
}
