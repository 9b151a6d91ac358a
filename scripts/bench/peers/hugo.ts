import fs from 'node:fs';
import path from 'node:path';
import { kindsOfWork } from '@dateline/shared/article';
import { routes } from '@dateline/shared/routes';
import type { Archive } from '../archive/archive.ts';
import { chainOf } from './chain.ts';
import { hugoTemplates } from './hugo-templates.ts';
import { countPages, type Peer, type PeerJob } from './peer.ts';
import { peerStories, type PeerStory } from './stories.ts';
import { runTool } from './tool.ts';
import { writeTree } from './tree.ts';

const config = {
  baseURL: 'http://localhost:4321/',
  title: 'The Bench Courier',
  params: { tagline: 'An archive that was made up to be measured', email: 'desk@courier.example' },
  taxonomies: { person: 'people', place: 'places', topic: 'topics', month: 'months' },
  permalinks: { articles: '/articles/:slug/' },
  disableKinds: ['taxonomy', 'section', 'RSS', 'sitemap', 'robotsTXT', '404'],
  // Hugo thinks that whoever turns the lists of terms off meant something else.
  ignoreErrors: ['error-disable-taxonomy'],
  timeZone: 'Africa/Nairobi',
};

const page = (matter: object, body = '') => `${JSON.stringify(matter)}\n${body}\n`;
const sourceOf = ({ publishedAt, slug }: { publishedAt: string; slug: string }) =>
  `articles/${publishedAt.slice(0, 7)}/${slug}`;

function storyFile({ story, author, people, places, topics, related, body, comments }: PeerStory): [string, string] {
  const { id, slug, headline, standfirst, language, publishedAt, modifiedAt, dateline, words, corrections } = story;
  const matter = {
    title: headline,
    slug,
    date: publishedAt,
    people: [...people, author],
    places,
    topics,
    months: [publishedAt.slice(0, 7)],
    id,
    standfirst,
    language,
    published: publishedAt,
    modified: modifiedAt,
    day: dateline.date,
    words,
    corrections,
    author,
    comments,
    cast: people,
    place: places[0] ?? '',
    related: related.map((each) => `/${sourceOf(each)}`),
    label: story.kindOfWork === kindsOfWork[0] ? '' : story.kindOfWork,
  };
  return [`content/${sourceOf(story)}.html`, page(matter, body)];
}

function* filesOf(archive: Archive): Generator<readonly [string, string]> {
  const { people, places, topics } = archive.world;
  const months = new Set<string>();
  const authors = new Set<string>();
  yield ['hugo.json', JSON.stringify(config)];
  yield* Object.entries(hugoTemplates);
  for (const story of peerStories(archive)) {
    months.add(story.story.publishedAt.slice(0, 7));
    authors.add(story.author);
    yield storyFile(story);
  }
  for (const { slug, name, biography, roles } of people)
    yield [
      `content/people/${slug}/_index.html`,
      page({ title: name, key: slug, about: biography, roles, writes: authors.has(slug) }),
    ];
  for (const place of places) {
    const above = chainOf(places, place).slice(1);
    const within = places.filter(({ parent }) => parent === place.id);
    const short = (list: typeof places) => list.map(({ slug, name }) => ({ slug, name }));
    const { name, kind, description } = place;
    yield [
      `content/places/${place.slug}/_index.html`,
      page({ title: name, label: kind, about: description, above: short(above), within: short(within) }),
    ];
  }
  for (const { slug, name, description } of topics)
    yield [`content/topics/${slug}/_index.html`, page({ title: name, about: description })];
  const newestFirst = [...months].toSorted().toReversed();
  for (const month of newestFirst)
    yield [`content/months/${month}/_index.html`, page({ title: month, url: routes.archive(month) })];
  yield ['data/months.json', JSON.stringify(newestFirst.map((title) => ({ title, path: routes.archive(title) })))];
}

/** The libraries of Debian's package that a machine may lack. */
const debianPackages = ['hugo', 'libsass1', 'libwebp7'];

/** A Hugo of the machine, or Debian's, unpacked beside everything else. */
async function findHugo({ dir, env, signal }: Omit<PeerJob, 'archive'>) {
  const onPath = (env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'hugo'))
    .find((file) => fs.existsSync(file));
  if (onPath) return { hugo: onPath, env };
  await runTool('apt-get', ['download', ...debianPackages], { cwd: dir, env, signal });
  for (const file of fs.readdirSync(dir).filter((name) => name.endsWith('.deb')))
    await runTool('dpkg-deb', ['-x', file, 'root'], { cwd: dir, env, signal });
  const libraries = fs.globSync('root/usr/lib/*-linux-gnu', { cwd: dir }).map((folder) => path.join(dir, folder));
  return { hugo: path.join(dir, 'root/usr/bin/hugo'), env: { ...env, LD_LIBRARY_PATH: libraries.join(':') } };
}

/** Hugo, with taxonomies for whom and what stories are about. */
export const hugo: Peer = {
  name: 'Hugo',
  install: async (job) => {
    const found = await findHugo(job);
    await runTool(found.hugo, ['version'], { cwd: job.dir, env: found.env, signal: job.signal });
    return async ({ archive, dir, signal }) => {
      const source = path.join(dir, 'source');
      const out = path.join(dir, 'out');
      writeTree(source, filesOf(archive));
      const env = { ...found.env, HUGO_CACHEDIR: path.join(dir, 'cache') };
      const args = ['--source', source, '--destination', out, '--config', 'hugo.json', '--quiet'];
      const run = await runTool(found.hugo, args, { cwd: source, env, signal });
      return { ...run, pages: await countPages(out) };
    };
  },
};
