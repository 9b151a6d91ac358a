import path from 'node:path';
import { env } from '../env.ts';
import { shellFile } from '../src/readers/shell-file.ts';
import { fileTransport, smtpTransport } from '../src/worker/mail-transport.ts';
import { runNewsroom } from '../src/worker/run-newsroom.ts';
import { createBackChannel } from './back-channel.ts';
import { createFrontServer } from './front-server.ts';
import { lazyPayload } from './lazy-payload.ts';
import { drain, listen } from './listen.ts';

const { getPayload, close } = lazyPayload(env.DATABASE_URL);

const front = createFrontServer({
  siteDir: env.SITE_DIR,
  publicURL: env.PUBLIC_URL,
  adminURL: env.ADMIN_URL,
  adminUpstream: env.ADMIN_UPSTREAM,
  api: {
    options: {
      publicURL: env.PUBLIC_URL,
      mail: { from: env.MAIL_FROM },
      trustedProxyHops: env.TRUSTED_PROXY_HOPS,
      externalCheck: env.externalCheck,
      shell: shellFile(path.join(env.SITE_DIR, 'current', 'public', 'shell', 'index.html')),
    },
    getPayload,
  },
});
const backChannel = createBackChannel(getPayload, env.FEED_TOKEN);

const stopping = new AbortController();
const atWork: Promise<void>[] = [];

async function stop(): Promise<void> {
  await Promise.all([drain(front), backChannel && drain(backChannel, 500), ...atWork]);
  await close();
  process.exit(0);
}

for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) {
  process.on(reason, () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void stop();
  });
}

try {
  const port = await listen(front, env.HOST, env.PORT);
  const feedPort = backChannel && (await listen(backChannel, env.FEED_HOST, env.FEED_PORT));
  process.send?.({ ready: true, port, feedPort });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const send = env.SMTP_URL ? smtpTransport(env.SMTP_URL, env.MAIL_FROM) : fileTransport(env.MAIL_DIR, env.MAIL_FROM);
const options = { publicURL: env.PUBLIC_URL, adminURL: env.ADMIN_URL, dispatch: env.dispatch };
atWork.push(runNewsroom(options, { databaseURL: env.DATABASE_URL, getPayload, send }, stopping.signal));
// So that the first reader who asks for something does not wait for it. Should it fail, the next who asks tries again.
getPayload().catch((error: unknown) =>
  console.error(`The reader API waits for PostgreSQL: ${error instanceof Error ? error.message : String(error)}`),
);
