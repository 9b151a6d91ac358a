import { randomUUID } from 'node:crypto';
import type { EmailAdapter } from 'payload';

interface MailSettings {
  from: string;
  /** Where mail becomes files, if there is no server. */
  directory: string;
  smtpURL: string | undefined;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Sends the desk's own mail, such as a forgotten password's, by the way that readers' mail goes. */
export const deskMail =
  ({ from, directory, smtpURL }: MailSettings): EmailAdapter =>
  () => ({
    name: 'dateline',
    defaultFromAddress: from,
    defaultFromName: '',
    sendEmail: async ({ to, subject, text, html }) => {
      // Loaded only for a mail: the desk's bundle needs none of it to start.
      const { fileTransport, smtpTransport } = await import('../src/worker/mail-transport.ts');
      const send = smtpURL ? smtpTransport(smtpURL, from) : fileTransport(directory, from);
      const mail = {
        id: randomUUID(),
        subject: textOf(subject),
        text: textOf(text),
        html: textOf(html),
        created_at: new Date(),
      };
      await send({ ...mail, to: textOf(to) });
    },
  });
