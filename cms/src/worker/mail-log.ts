import type { QueuedMail } from './mail-transport.ts';

/** What nodemailer knows of a failure. */
interface Failure {
  code?: unknown;
  /** SMTP's, where the server has answered. */
  responseCode?: unknown;
  /** At which it failed; `CONN` before any. */
  command?: unknown;
}

const ofTheMail: readonly unknown[] = ['EENVELOPE', 'EMESSAGE', 'ESTREAM'];

/** Whether no other mail would have gone out either: the server is away, or does not let us in. */
function isOfTheWay(error: unknown): boolean {
  const { code, responseCode, command } = (error ?? {}) as Failure;
  if (code === 'EAUTH' || command === 'CONN') return true;
  return responseCode === undefined && !ofTheMail.includes(code);
}

/** In one line, without the address: a log outlives the accounts of readers. */
const reasonOf = (error: unknown, { to }: QueuedMail) =>
  String(error).replaceAll(to, '(the address)').replace(/\s+/g, ' ');

/**
 * Tells whoever runs the server of mail that does not go out: once that none does, until one does again, and of each that
 * is given up. Of a single failure it says nothing, since the mail is tried again.
 * @param say Takes a line.
 */
export function mailLog(say: (line: string) => void = (line) => console.error(line)) {
  let isDown = false;
  const up = () => {
    if (isDown) say('Mail is sent again.');
    isDown = false;
  };
  return {
    sent: up,
    failed: (mail: QueuedMail, error: unknown) => {
      if (!isOfTheWay(error)) return;
      if (!isDown) say(`Mail cannot be sent and waits: ${reasonOf(error, mail)}`);
      isDown = true;
    },
    givenUp: (mail: QueuedMail, error: unknown, tries: number) =>
      say(`Mail ${mail.id} is given up after ${tries} tries: ${reasonOf(error, mail)}`),
  };
}

export type MailLog = ReturnType<typeof mailLog>;
