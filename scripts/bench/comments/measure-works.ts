import { passwordFits, hashPassword } from '../../../cms/src/readers/password.ts';
import { say, step } from '../../progress.ts';
import { atLeast, atMost, exactly, quantile, told, type Figure } from '../figures.ts';
import { sampleMemory } from '../memory.ts';
import { drive, failuresOf, together, type Drive, type Load } from './load.ts';
import { password } from './readers.ts';
import { letAMinutePass, type CommentScene } from './scene.ts';
import { everydayWorks, logins, registrations, type Work } from './works.ts';

/** How many readers are there at once; at the second of these, posting is held to its limits. */
const crowds = [10, 50, 500];
const heldAt = 50;
const wanted = { posts: 600, p99: 150, hash: 1.3, meanwhile: 2 };
/** Logins and registrations wait for one another's hashes: more at once would only wait. */
const atOnce = 10;
const warmUp = 1_000;
/** How often two things that are held against each other are measured in turns; and posting for how long, whose limits hold here too. */
const turns = 5;
const turnMs = 2_500;

const rateOf = ({ took, seconds }: Load) => took.length / seconds;

/** Says what was answered instead of what was wanted, and how often. */
export function sayFailures(name: string, { failures }: Load): void {
  for (const [what, count] of failures) say(`  ${name}: ${count} × ${what}`);
}

async function run(
  { port, signal }: CommentScene,
  work: Work,
  connections: number,
  until: Drive['until'],
): Promise<Load> {
  const load = await drive({ port, connections, until, next: work.next, isGood: work.isGood, signal });
  sayFailures(`${work.name}, ${connections} connections`, load);
  return load;
}

function figuresOf(name: string, load: Load, isHeld: boolean): Figure[] {
  return [
    atLeast(`${name}: a second`, '', rateOf(load), isHeld ? wanted.posts : null),
    told(`${name}: p50`, 'ms', quantile(load.took, 0.5)),
    atMost(`${name}: p99`, 'ms', quantile(load.took, 0.99), isHeld ? wanted.p99 : null),
    exactly(`${name}: errors`, '', failuresOf(load), 0),
  ];
}

async function measureEveryday(scene: CommentScene, seconds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const works = everydayWorks(scene);
  for (const work of works) await run(scene, work, heldAt, { ms: warmUp });
  for (const work of works)
    for (const connections of crowds) {
      const isPost = work.name.startsWith('post');
      const name = `${work.name}, ${connections} connections`;
      const ms = seconds * (isPost ? 1_000 : 500);
      await letAMinutePass(scene);
      const load = await step(name, () => run(scene, work, connections, { ms }));
      figures.push(...figuresOf(name, load, isPost && connections === heldAt));
    }
  return figures;
}

/** So many checks of a password a second when nothing else is done, and so many log-ins; in turns, so that both meet the same machine. */
async function hashBesideLogins(
  scene: CommentScene,
  logIn: Work,
  ways: number,
): Promise<{ hashes: number; logins: number }> {
  const stored = await hashPassword(password);
  const count = ways / turns;
  const loads: Load[] = [];
  let hashed = 0;
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now();
    await Promise.all(Array.from({ length: count }, () => passwordFits(stored, password)));
    hashed += performance.now() - began;
    loads.push(await run(scene, logIn, atOnce, { count }));
  }
  return { hashes: (1_000 * ways) / hashed, logins: rateOf(together(loads)) };
}

/** As many posts as a p99 needs, and the two in turns, so that both meet the same machine. */
async function postBesideLogins(
  scene: CommentScene,
  post: Work,
  logIn: Work,
): Promise<Record<'alone' | 'busy' | 'meanwhile', Load>> {
  const until = { ms: turnMs };
  const loads: Record<'alone' | 'busy' | 'meanwhile', Load[]> = { alone: [], busy: [], meanwhile: [] };
  for (let turn = 0; turn < turns; turn++) {
    loads.alone.push(await run(scene, post, heldAt, until));
    const [busy, meanwhile] = await Promise.all([run(scene, post, heldAt, until), run(scene, logIn, atOnce, until)]);
    loads.busy.push(busy);
    loads.meanwhile.push(meanwhile);
  }
  return { alone: together(loads.alone), busy: together(loads.busy), meanwhile: together(loads.meanwhile) };
}

async function measureWaysIn(scene: CommentScene, ways: number): Promise<Figure[]> {
  const logIn = logins(scene);
  const [post] = everydayWorks(scene).slice(1);
  await run(scene, logIn, atOnce, { count: 20 });
  const waysIn: Figure[] = [];
  for (const connections of crowds.filter((crowd) => crowd <= ways))
    for (const work of [registrations(scene), logIn]) {
      const name = `${work.name}, ${connections} connections`;
      const load = await step(name, () => run(scene, work, connections, { count: ways }));
      waysIn.push(...figuresOf(name, load, false));
    }
  const { hashes, logins: loggedIn } = await step('check a password and log in, in turns', () =>
    hashBesideLogins(scene, logIn, ways),
  );
  await letAMinutePass(scene);
  const { alone, busy, meanwhile } = await step('post alone and beside logins, in turns', () =>
    postBesideLogins(scene, post!, logIn),
  );
  const p99 = ({ took }: Load) => quantile(took, 0.99);
  return [
    ...waysIn,
    told('check a password and nothing else: a second', '', hashes),
    atMost("log in: times the hash's own cost", 'times', hashes / loggedIn, wanted.hash),
    ...figuresOf(`${post!.name}, ${heldAt} connections, beside logins`, busy, false),
    told('log in beside posting: a second', '', rateOf(meanwhile)),
    atMost('post beside logins: times the p99 alone', 'times', p99(busy) / p99(alone), wanted.meanwhile),
  ];
}

/** Measures all that readers do at the reader server. */
export async function measureWorks(scene: CommentScene, { seconds, ways }: { seconds: number; ways: number }) {
  const memory = sampleMemory(scene.server.pid);
  try {
    const everyday = await measureEveryday(scene, seconds);
    const waysIn = await measureWaysIn(scene, ways);
    return [...everyday, ...waysIn, told('memory of the reader server, at most', 'MiB', memory.peak())];
  } finally {
    memory.stop();
  }
}
