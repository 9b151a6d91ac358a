import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';

export interface QueuedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where a POST ends mails of this kind (RFC 8058). */
  unsubscribe?: string | null;
  created_at: Date;
}

/** Sends one mail, or throws, as it does too when `signal` is aborted: whether it went out is not known then. */
export type SendMail = (mail: QueuedMail, signal?: AbortSignal) => Promise<void>;

/** Through a mail server. Times out, so that a silent one does not hold up the queue for ever. */
export function smtpTransport(url: string, from: string): SendMail {
  const transport = createTransport({ url, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 });
  return async (mail, signal) => void (await transport.sendMail({ ...message(mail, from), ...(signal && { signal }) }));
}

/**
 * Into files, for trials: of each mail the `.eml` as it would be sent, and beside it a `.txt` to be read, with its links as
 * they are. Either is whole as soon as it is there.
 */
export function fileTransport(directory: string, from: string): SendMail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    await mkdir(directory, { recursive: true });
    const { message: bytes } = await transport.sendMail(message(mail, from));
    const file = path.join(directory, `${mail.created_at.toISOString().replaceAll(':', '-')}-${mail.id}`);
    await writeWhole(`${file}.eml`, bytes as Buffer);
    // The desk's own mails have no text but HTML.
    await writeWhole(`${file}.txt`, `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text || mail.html}\n`);
    // Without the address: a log outlives the accounts of readers.
    console.log(`Mail: ${file}.txt`);
  };
}

async function writeWhole(file: string, content: Buffer | string): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

/** The message's id is the queue's, so that one that is sent again after a crash can be told from a second one. */
const message = ({ id, to, subject, text, html, unsubscribe, created_at }: QueuedMail, from: string) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  html,
  date: created_at,
  messageId: `<${id}@dateline>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});
