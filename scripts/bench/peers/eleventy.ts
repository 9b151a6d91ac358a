import fs from 'node:fs';
import process from 'node:process';
import path from 'node:path';
import { kindsOfWork } from '@dateline/shared/article';
import { Sentence } from '../../sentence.ts';
import type { Archive } from '../archive/archive.ts';
import { chainOf } from './chain.ts';
import { eleventyTemplates } from './eleventy-templates.ts';
import { countPages, type Peer } from './peer.ts';
import { peerStories, type PeerStory } from './stories.ts';
import { runTool } from './tool.ts';
import { writeTree } from './tree.ts';

const version = '3.1.8';
/** What it holds for each article: it keeps every template and its data until the end. */
const kilobytesPerArticle = 110;

function storyFile({ story, body, comments }: PeerStory): readonly [string, string] {
  const matter = {
    slug: story.slug,
    permalink: `/articles/${story.slug}/`,
    layout: 'story.11ty.js',
    eleventyExcludeFromCollections: true,
    comments,
  };
  return [
    `content/articles/${story.publishedAt.slice(0, 7)}/${story.slug}.html`,
    `---json\n${JSON.stringify(matter)}\n---\n${body}\n`,
  ];
}

const entryOf = ({ story, author, people, places, topics, related }: PeerStory) => ({
  id: story.id,
  slug: story.slug,
  headline: story.headline,
  standfirst: story.standfirst,
  words: story.words,
  language: story.language,
  published: story.publishedAt,
  modified: story.modifiedAt,
  day: story.dateline.date,
  corrections: story.corrections,
  author,
  people,
  places,
  topics,
  place: places[0],
  label: story.kindOfWork === kindsOfWork[0] ? '' : story.kindOfWork,
  related: related.map(({ slug }) => slug),
});

function* filesOf(archive: Archive): Generator<readonly [string, string]> {
  const { people, places, topics } = archive.world;
  const short = (list: typeof places) => list.map(({ slug, name }) => ({ slug, name }));
  yield* Object.entries(eleventyTemplates);
  yield ['package.json', JSON.stringify({ type: 'module' })];
  yield ['people.json', JSON.stringify(people)];
  yield ['topics.json', JSON.stringify(topics)];
  const withChains = places.map((place) => ({
    ...place,
    above: short(chainOf(places, place).slice(1)),
    within: short(places.filter(({ parent }) => parent === place.id)),
  }));
  yield ['places.json', JSON.stringify(withChains)];
  const entries: string[] = [];
  for (const story of peerStories(archive)) {
    entries.push(JSON.stringify(entryOf(story)));
    yield storyFile(story);
  }
  yield ['stories.ndjson', `${entries.reverse().join('\n')}\n`];
}

/** Eleventy, with templates that are functions. */
export const eleventy: Peer = {
  name: 'Eleventy',
  install: async ({ dir, env, signal }) => {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@11ty/eleventy@${version}`];
    await runTool('npm', args, { cwd: dir, env, signal });
    const modules = path.join(dir, 'node_modules');
    const command = path.join(modules, '@11ty/eleventy/cmd.cjs');
    if (!fs.existsSync(command)) throw new Error('npm installed no Eleventy.');
    return async ({ archive, dir: work, signal: stop }) => {
      const needed = (archive.size * kilobytesPerArticle) / 1_024;
      const free = process.availableMemory() / 1_048_576;
      if (needed > free) {
        const [wants, has] = [needed, free].map((megabytes) => (megabytes / 1_024).toFixed(1));
        throw new Sentence(`it needs some ${wants} GiB of memory for this archive, and ${has} are to be had`);
      }
      const source = path.join(work, 'source');
      writeTree(source, filesOf(archive));
      const heap = `--max-old-space-size=${Math.max(2_048, Math.ceil(needed))}`;
      const run = await runTool(process.execPath, [heap, command], { cwd: source, env, signal: stop });
      return { ...run, pages: await countPages(path.join(work, 'out')) };
    };
  },
};
