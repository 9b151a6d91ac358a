import { runNewsroom, smtpTransport } from '@dateline/cms';
import config from '@payload-config';
import { getPayload } from 'payload';
import { options } from './options';

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
const working = runNewsroom(
  options,
  {
    databaseURL: process.env.DATABASE_URL ?? '',
    getPayload: () => getPayload({ config }),
    send: smtpTransport(process.env.SMTP_URL ?? '', options.mail.from),
  },
  stopping.signal,
);
console.log('at work');
await working;
process.exit(0);
