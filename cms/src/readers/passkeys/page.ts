import { newPasskeyForm, removePasskeyForm } from '@dateline/shared/account-forms';
import { escapeHtml } from '@dateline/shared/html';
import { removePasskeyInput } from '@dateline/shared/passkey';
import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { drawDay } from '../account/draw-day.ts';
import { drawDone } from '../account/done.ts';
import { ownAction, ownPage } from '../account/own-page.ts';
import { parseInput } from '../failure.ts';
import { passkeyRemoved } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { passkeysOf, type PasskeyRow } from './rows.ts';

/** `GET /account/passkeys`: those that the account has, and the way to add one, for which a browser needs script. */
export const passkeysPage = ownPage('/account/passkeys', async ({ payload, input }, reader) => {
  const known = await passkeysOf(payload, reader.id);
  const html = [
    drawDone(input.done),
    '<p>A passkey logs you in with what unlocks your phone or computer. Nobody can guess it, and no other site can ask for it. Your password stays as the other way in.</p>',
    known.length > 0 ? `<ul class="rows">${known.map(drawPasskey).join('')}</ul>` : '<p>You have none yet.</p>',
    '<h2>Add a passkey</h2>',
    newPasskeyForm(),
    `<p class="aside"><a href="${readerRoutes.account}">Back to your account</a></p>`,
  ].join('');
  return { title: 'Your passkeys', html };
});

function drawPasskey({ id, device, name, created_at, used_at }: PasskeyRow): string {
  const used = used_at ? `last used ${drawDay(used_at)}` : 'not used yet';
  const made = `Made with ${device}`;
  const since = `${name ? `${escapeHtml(made)}, ` : ''}${drawDay(created_at)}, ${used}`;
  return `<li><div><p>${escapeHtml(name ?? made)}</p><p class="state">${since}</p></div>${removePasskeyForm(id, name ?? `the one made with ${device}`)}</li>`;
}

/** `POST /account/passkeys/remove`: and its reader is told by mail. Another's does nothing, and says the same. */
export const removePasskey = ownAction(
  '/account/passkeys/remove',
  'passkey-removed',
  async ({ payload, options, input }, { id, email }) => {
    const { passkey } = parseInput(removePasskeyInput, input);
    await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      const { rows } = await handle.execute(
        sql`delete from reader_passkeys where id = ${passkey} and reader_id = ${id} returning id`,
      );
      if (rows.length === 0) return;
      const url = new URL(readerRoutes.forgot, options.publicURL).href;
      await queueMail(req, email, passkeyRemoved(await newsroomName(req), url), id);
    });
  },
);
