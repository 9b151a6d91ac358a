import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { mailLog } from '../../cms/src/worker/mail-log.ts';
import { smtpTransport } from '../../cms/src/worker/mail-transport.ts';
import { sendDueMail } from '../../cms/src/worker/send-due-mail.ts';
import { connect, freshDatabase, query } from '../support/database.ts';
import { listen } from '../support/listen.ts';
import { startMailServer } from '../support/mail-server.ts';

const database = await freshDatabase();
const worker = await connect(database);
const smtp = await startMailServer();
const from = 'The Courier <news@example.org>';
const reachable = smtpTransport(smtp.url, from);
const away = smtpTransport('smtp://127.0.0.1:9', from);

let said: string[];
let log: ReturnType<typeof mailLog>;
beforeEach(async () => {
  said = [];
  log = mailLog((line) => said.push(line));
  await query(database, 'delete from mail_queue');
});

async function queue(to = `${randomUUID()}@example.org`) {
  const id = randomUUID();
  await query(
    database,
    `insert into mail_queue (id, "to", subject, text, html, next_try_at)
     values ($1, $2, 'Of the weather', 'Rain.', '<p>Rain.', now())`,
    [id, to],
  );
  return { id, to };
}

/** Sends what waits, as if its time had come. */
async function tryAll(send = reachable) {
  await query(database, 'update mail_queue set next_try_at = now() where next_try_at is not null');
  await sendDueMail(worker, send, { log });
}

test('that no mail can be sent is said once, and so is that it can again', async () => {
  for (let n = 0; n < 3; n++) await queue();
  await tryAll(away);
  await tryAll(away);
  expect(said).toEqual([expect.stringMatching(/^Mail cannot be sent and waits: .*ECONNREFUSED/)]);
  await tryAll();
  expect(said.slice(1)).toEqual(['Mail is sent again.']);
  await queue();
  await tryAll(away);
  await tryAll();
  expect(said.slice(2)).toEqual([expect.stringMatching(/^Mail cannot be sent/), 'Mail is sent again.']);
});

test('mail is not said to be sent again where the server is there and refuses it', async () => {
  await queue();
  await tryAll(away);
  smtp.refuse(1);
  await tryAll();
  expect(said).toEqual([expect.stringMatching(/^Mail cannot be sent/)]);
  await tryAll();
  expect(said.slice(1)).toEqual(['Mail is sent again.']);
});

test('a mail server that does not let us in is said once', async () => {
  const strict = net.createServer((socket) => {
    socket.on('error', () => {}).write('220 here\r\n');
    socket.on('data', (chunk) => socket.write(String(chunk).startsWith('EHLO') ? '250 AUTH PLAIN\r\n' : '535 No.\r\n'));
  });
  const refused = smtpTransport((await listen(strict)).replace('http://', 'smtp://someone:wrong@'), from);
  await queue();
  await queue();
  await tryAll(refused);
  expect(said).toEqual([expect.stringMatching(/^Mail cannot be sent and waits: .*Invalid login: 535 No\./)]);
});

test('a mail that is given up is said by its number and with the reason, and no other failure is', async () => {
  const { id, to } = await queue();
  smtp.refuse(8);
  for (let n = 0; n < 7; n++) await tryAll();
  expect(said).toEqual([]);
  await tryAll();
  expect(said).toEqual([expect.stringMatching(`^Mail ${id} is given up after 8 tries: .*Try again later`)]);
  await tryAll();
  expect(said).toHaveLength(1);
  expect(smtp.delivered.filter((mail) => mail.to.includes(to))).toEqual([]);
});

test('no address stands in the log, and each entry is a line', async () => {
  const { to } = await queue();
  const told = (message: string) => () => Promise.reject(new Error(message));
  for (let n = 0; n < 8; n++) await tryAll(told(`550 <${to}>\nis not here`));
  expect(said.map((line) => line.replace(/Mail \S{36}/, 'Mail'))).toEqual([
    'Mail cannot be sent and waits: Error: 550 <(the address)> is not here',
    'Mail is given up after 8 tries: Error: 550 <(the address)> is not here',
  ]);
});

test('a mail whose words were deleted while it was being sent is not missed', async () => {
  await queue();
  await tryAll(async () => {
    await query(database, `update mail_queue set text = '', html = ''`);
    throw Object.assign(new Error('No.'), { code: 'EMESSAGE' });
  });
  expect(said).toEqual([]);
});
