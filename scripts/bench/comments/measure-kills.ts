import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { say, step } from '../../progress.ts';
import { atMost, exactly, quantile, told, type Figure } from '../figures.ts';
import { openClient } from './load.ts';
import { startReaderServer } from './server.ts';
import { untilAnswered, type CommentScene } from './scene.ts';
import { readEveryPage } from './read-every-page.ts';
import { comments, type Posted } from './works.ts';

const rounds = 3;
const connections = 10;
/** How long comments are posted before something dies, and after it is back. */
const aroundMs = 700;
const soonEnough = 5_000;
/** How long somebody waits after a failure, and how many of those of each kind try again when all is over. */
const pauseMs = 100;
const tried = 100;

/** What came of comments that were posted while something died under them. */
interface Fates {
  acknowledged: Posted[];
  /** Answered with a problem that says what to do, and when. */
  told: Posted[];
  /** The connection broke: who was killed says nothing more. */
  cutOff: Posted[];
  /** Anything else. */
  unclear: string[];
}

const isClear = (status: number, body: string, retryAfter: string | undefined) =>
  status === 503 && body.includes('"code":"paused"') && retryAfter !== undefined;

/** Posts until it is told to stop, and sorts what comes of it. A moment after each failure, as the island does. */
function postAlong(scene: CommentScene, fates: Fates) {
  const client = openClient(scene.port, connections);
  const posts = comments(scene, scene.articles.others);
  let stopped = false;
  const worker = async () => {
    while (!stopped) {
      const posted = posts.next().value;
      try {
        const { status, body, retryAfter } = await client.send(posted.shot);
        if (status === 201) fates.acknowledged.push(posted);
        else if (isClear(status, body, retryAfter)) fates.told.push(posted);
        else fates.unclear.push(`${status} ${body.slice(0, 120)}`);
        if (status !== 201) await wait(pauseMs);
      } catch {
        fates.cutOff.push(posted);
        await wait(pauseMs);
      }
    }
  };
  const done = Promise.all(Array.from({ length: connections }, worker));
  return async () => {
    stopped = true;
    await done;
    client.close();
  };
}

/** How many of the comments are stored other than once. */
async function notOnce({ databaseURL }: CommentScene, posted: readonly Posted[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseURL });
  await client.connect();
  try {
    const { rows } = await client.query<{ wrong: number }>(
      `select count(*)::int as wrong from unnest($1::text[]) as sent (key)
       where (select count(*) from comments where comments.key = sent.key) <> 1`,
      [posted.map(({ key }) => key)],
    );
    return rows[0]!.wrong;
  } finally {
    await client.end();
  }
}

/** Sends again, as its readers would, under the same keys. @returns What was acknowledged now. */
async function sendAgain(scene: CommentScene, posted: readonly Posted[]): Promise<Posted[]> {
  const client = openClient(scene.port, connections);
  const stored: Posted[] = [];
  const rest = posted.values();
  const worker = async () => {
    for (const each of rest) if ((await client.send(each.shot)).status === 201) stored.push(each);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  client.close();
  return stored;
}

/** Kills PostgreSQL and the reader server, each three times, while comments are posted. */
export async function measureKills(scene: CommentScene): Promise<Figure[]> {
  const { cluster, signal, port } = scene;
  const fates: Fates = { acknowledged: [], told: [], cutOff: [], unclear: [] };
  const back = { database: [] as number[], server: [] as number[] };
  const pages = { read: 0, wrong: 0 };
  const probe = comments(scene, scene.articles.others);
  const untilPosted = () => untilAnswered(port, () => probe.next().value.shot, 201, signal);
  await step('Killing PostgreSQL and the reader server', async () => {
    for (let round = 0; round < rounds; round++) {
      const stop = postAlong(scene, fates);
      await wait(aroundMs, undefined, { signal });
      await cluster.kill();
      const [{ read, wrong }] = await Promise.all([readEveryPage(scene), wait(aroundMs, undefined, { signal })]);
      pages.read += read;
      pages.wrong += wrong;
      await cluster.restart();
      const up = performance.now();
      back.database.push((await untilPosted()) - up);
      await wait(aroundMs, undefined, { signal });
      await scene.server.kill();
      const dead = performance.now();
      scene.server = await startReaderServer(scene.env);
      back.server.push((await untilPosted()) - dead);
      await wait(aroundMs, undefined, { signal });
      await stop();
    }
  });
  for (const what of new Set(fates.unclear)) say(`  unclear: ${what}`);
  const unacknowledged = [...fates.told.slice(0, tried), ...fates.cutOff.slice(0, tried)];
  const again = await sendAgain(scene, unacknowledged);
  return [
    told('PostgreSQL and the desk away: pages read', '', pages.read),
    exactly('PostgreSQL and the desk away: pages not served as they are', '', pages.wrong, 0),
    told('killed: comments acknowledged', '', fates.acknowledged.length),
    told('killed: answered that posting is paused', '', fates.told.length),
    told('killed: connections broken', '', fates.cutOff.length),
    exactly('killed: acknowledged and not stored once', '', await notOnce(scene, fates.acknowledged), 0),
    exactly('killed: answered with anything unclear', '', fates.unclear.length, 0),
    exactly('killed: sent again and not stored once', '', await notOnce(scene, again), 0),
    exactly('killed: sent again and refused', '', unacknowledged.length - again.length, 0),
    atMost('PostgreSQL killed: posting back after its start, worst', 'ms', quantile(back.database, 1), soonEnough),
    atMost('reader server killed: posting back, worst', 'ms', quantile(back.server, 1), soonEnough),
  ];
}
