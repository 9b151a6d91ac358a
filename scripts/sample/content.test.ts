import { describe, expect, it } from 'vitest';
import { slug as slugShape } from '../../shared/src/id.ts';
import { limits } from '../../shared/src/limits.ts';
import { person } from '../../shared/src/person.ts';
import { displayName } from '../../shared/src/reader.ts';
import { settings } from '../../shared/src/settings.ts';
import { articles } from './articles/all.ts';
import { newsroom } from './content/newsroom.ts';
import { officials } from './content/officials.ts';
import { people } from './content/people.ts';
import { pictures } from './content/pictures.ts';
import { places } from './content/places.ts';
import { readers } from './content/readers.ts';
import { threads } from './content/threads.ts';
import { topics } from './content/topics.ts';
import { articleData } from './fill-articles.ts';

const own = <T extends { slug: string }>(things: T[]) => new Map(things.map(({ slug }) => [slug, slug]));
const known = {
  people: own(people),
  places: own(places),
  topics: own(topics),
  pictures: new Map(pictures.map(({ name }) => [name, name])),
};
const seed = 'kenya-uk-border-security-memorandum';
const plain = (body: string) => body.replace(/[@#][a-z0-9-]+\[([^\]]+)\]/g, '$1');

describe('the sample', () => {
  it('names only people, places, topics and pictures that it has', () => {
    for (const article of articles) expect(() => articleData(article, known)).not.toThrow();
  });

  it('has slugs, headlines and summaries that fit the contract, and no slug twice', () => {
    for (const things of [articles, people, places, topics]) {
      expect(new Set(things.map(({ slug }) => slug)).size).toBe(things.length);
      for (const { slug } of things) expect(slugShape.safeParse(slug).success).toBe(true);
    }
    for (const { headline, standfirst } of articles) {
      expect(headline.length).toBeLessThanOrEqual(limits.headline.max);
      expect(standfirst.length).toBeLessThanOrEqual(limits.standfirst.max);
    }
  });

  it('has settings and people that the contract takes', () => {
    expect(settings.safeParse({ ...newsroom, threads: { closed: false, closeAfterDays: 0 } }).error).toBeUndefined();
    const roles = person.shape.roles;
    for (const one of people) expect(roles.safeParse(one.roles).error).toBeUndefined();
  });

  it('says of every story and of every person that they are invented, but for the real ones', () => {
    const real = new Set(officials.map(({ slug }) => slug));
    const unsaid = people.filter(
      ({ slug, biography }) => biography.includes('Invented for this sample') === real.has(slug),
    );
    const lastLine = (body: string) => body.trim().split('\n').at(-1) ?? '';
    const silent = articles.filter(({ body }) => !/^\*.*(invented|imebuniwa|sponsored).*\*$/.test(lastLine(body)));
    expect(unsaid).toEqual([]);
    expect(silent.map(({ slug }) => slug)).toEqual([seed]);
  });

  it('lets the real people appear in one story alone, and puts no words into their mouths', () => {
    for (const { slug, name } of officials) {
      const where = articles.filter(({ body }) => body.includes(`@${slug}[`) || plain(body).includes(name));
      expect(where.map((article) => article.slug)).toEqual([seed]);
    }
    expect(articles.find(({ slug }) => slug === seed)?.body).not.toMatch(/[“”"]|^> /m);
  });

  it('links stories only to stories that there are', () => {
    const links = articles.flatMap(({ body }) =>
      [...body.matchAll(/\]\(\/articles\/([^/]+)\/\)/g)].map(([, slug]) => slug),
    );
    expect(links.filter((slug) => !articles.some((article) => article.slug === slug))).toEqual([]);
    expect(links.length).toBeGreaterThan(3);
  });

  it('has stories of a readable length, and some of every kind', () => {
    for (const { body } of articles) {
      const words = plain(body).split(/\s+/).length;
      expect(words).toBeGreaterThan(350);
      expect(words).toBeLessThan(750);
    }
    const count = (kind: string) => articles.filter(({ kindOfWork = 'news' }) => kindOfWork === kind).length;
    expect([count('analysis'), count('opinion'), count('sponsored')]).toEqual([3, 2, 1]);
    expect(articles.filter(({ language }) => language === 'sw')).toHaveLength(1);
    expect(articles.filter(({ corrections }) => corrections)).toHaveLength(3);
    expect(new Set(articles.map(({ comments = 'open' }) => comments))).toEqual(new Set(['open', 'held', 'closed']));
  });

  it('corrects a story only after it was published', () => {
    const early = articles.filter(({ publishedAt, corrections = [] }) =>
      corrections.some(({ at }) => Date.parse(at) <= Date.parse(publishedAt)),
    );
    expect(early).toEqual([]);
  });

  it('names each place after the one that it lies in', () => {
    const misplaced = places.filter(
      ({ parent }, index) => parent && !places.slice(0, index).some(({ slug }) => slug === parent),
    );
    expect(misplaced).toEqual([]);
  });

  it('has comments only by its readers, under stories that take them', () => {
    const names = new Set(readers.map(({ key }) => key));
    for (const { name } of readers) expect(displayName.parse(name)).toBe(name);
    for (const [slug, comments] of Object.entries(threads)) {
      expect(articles.find((article) => article.slug === slug)?.comments).not.toBe('closed');
      for (const comment of comments) expect(names).toContain(comment.reader);
      const minutes = comments.map(({ after }) => after);
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    }
  });

  it('describes every picture, and no two alike', () => {
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
    expect(new Set(pictures.map(({ alt }) => alt)).size).toBe(pictures.length);
    const shown = articles.map(({ leadImage = '', body }) => `${leadImage} ${body}`).join(' ');
    expect(pictures.filter(({ name }) => !shown.includes(name))).toEqual([]);
  });
});
