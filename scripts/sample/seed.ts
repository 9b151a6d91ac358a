import { openPayload } from '../../cms/commands/open-payload.ts';
import { articles } from './articles/all.ts';
import { newsroom } from './content/newsroom.ts';
import { fillArticles } from './fill-articles.ts';
import { fillPeople, fillPlaces, fillTopics } from './fill-people-and-places.ts';
import { fillPictures } from './fill-pictures.ts';
import { fillStaff, staffDomain } from './fill-staff.ts';
import { fillThreads } from './fill-threads.ts';
import { idsBy, type Payload } from './newsroom-store.ts';

/**
 * Fills an empty newsroom with the sample: `node scripts/sample/seed.ts`, with the CMS's environment. Cut short, it goes
 * on where it was when it is started again. The staff's passwords are told to the parent process, or printed.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Whether there is work here that is not the sample's, and that the sample must not be mixed with. */
async function isInUse(payload: Payload): Promise<boolean> {
  const ours = new Set(articles.map(({ slug }) => slug));
  const users = await idsBy(payload, 'users', 'email');
  const stories = await idsBy(payload, 'articles', 'slug');
  return (
    [...users.keys()].some((email) => !email.endsWith(staffDomain)) ||
    [...stories.keys()].some((slug) => !ours.has(slug))
  );
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  say(`${title} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return result;
}

async function fill(payload: Payload): Promise<void> {
  await payload.updateGlobal({ slug: 'newsroom-settings', data: newsroom, depth: 0 });
  const staff = await step('Staff', () => fillStaff(payload));
  const pictures = await step('Pictures, drawn and cut to size', () => fillPictures(payload));
  const people = await step('People', () => fillPeople(payload, pictures));
  const places = await step('Places', () => fillPlaces(payload));
  const topics = await step('Topics', () => fillTopics(payload));
  const stories = await step('Articles', () => fillArticles(payload, { people, places, topics, pictures }));
  await step('Readers and their comments', () => fillThreads(payload, stories));

  const { email, password } = staff[0] ?? {};
  if (process.send) process.send({ editor: { email, password }, users: staff });
  else for (const { role, email: address, password: secret } of staff) say(`${role}: ${address} ${secret}`);
}

const payload = await openPayload();
try {
  if (await isInUse(payload)) say('This newsroom has work of its own, so the sample was not added to it.');
  else await fill(payload);
} finally {
  await payload.destroy();
}
process.disconnect?.();
