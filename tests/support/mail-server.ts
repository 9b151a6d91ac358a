import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { atEnd } from './at-end.ts';

interface DeliveredMail {
  from: string;
  to: string[];
  /** As it came over the wire, without the folding of long headers. */
  headers: string;
  /** The whole message. */
  raw: string;
}

/** A real mail server on loopback that keeps what it is given; it lives as long as the test file. */
export async function startMailServer() {
  const delivered: DeliveredMail[] = [];
  let refusals = 0;
  let held: { arrived: () => void; released: Promise<void> } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
      const take = async () => {
        held?.arrived();
        await held?.released;
        if (refusals > 0) {
          refusals--;
          done(Object.assign(new Error('Try again later.'), { responseCode: 451 }));
          return;
        }
        const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        delivered.push({ from, to: session.envelope.rcptTo.map(({ address }) => address), headers, raw });
        done();
      };
      stream.on('end', () => void take());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    delivered,
    /** Refuses the next mails, for the moment. */
    refuse: (count: number) => (refusals = count),
    /** Keeps whoever sends waiting for an answer, until they are released. `arrived` when the first of them waits. */
    hold: () => {
      const [arrival, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { arrived: arrival.resolve, released: release.promise };
      return { arrived: arrival.promise, release: release.resolve };
    },
  };
}
