import type { Article } from '@dateline/shared/article';
import { rolesOn, type Person, type Role } from '@dateline/shared/person';
import type { Place } from '@dateline/shared/place';
import { routes } from '@dateline/shared/routes';
import type { Topic } from '@dateline/shared/topic';
import type { Picture, Questions } from '../../snapshot/questions.ts';
import { figureHtml } from './picture-html.ts';
import { datelinePlaces, placeChain } from './place-chain.ts';
import { resolveBody } from './resolve-body.ts';

/** An article with all that its page shows of other documents. What is not published is left out. */
export interface Story {
  article: Article;
  authors: Person[];
  topics: Topic[];
  /** The place that it was filed from, and its country. */
  filedFrom: Place[];
  picture: Picture | undefined;
  /** Who is in the story, with the roles that they held on the dateline's day. */
  people: { person: Person; roles: Role[] }[];
  /** Where the story plays: each place with those that it lies in. */
  places: Place[][];
}

/** Each once: two that were merged are one. */
const found = <T extends { id: string }>(ids: readonly string[], find: (id: string) => T | undefined): T[] => [
  ...new Map(ids.flatMap((id) => find(id) ?? []).map((one) => [one.id, one])).values(),
];

/** Reads a story; every question becomes a dependency of the page. */
export function readStory(ask: Questions, article: Article): Story {
  const filedFrom = article.dateline.place === null ? undefined : ask.place(article.dateline.place);
  return {
    article,
    authors: found(article.authors, (id) => ask.person(id)),
    topics: found(article.topics, (id) => ask.topic(id)),
    filedFrom: filedFrom ? datelinePlaces(placeChain(ask, filedFrom)) : [],
    picture: article.leadImage === null ? undefined : ask.picture(article.leadImage),
    people: found(article.mentions.people, (id) => ask.person(id)).map((person) => ({
      person,
      roles: rolesOn(person.roles, article.dateline.date),
    })),
    places: found(article.mentions.places, (id) => ask.place(id)).map((place) => placeChain(ask, place)),
  };
}

/** The body with its mentions linked and its figures shown. `origin` makes every address whole, for readers of feeds. */
export function bodyOf(ask: Questions, article: Article, origin = ''): string {
  const html = resolveBody(article.bodyHtml, {
    mention: (kind, ref) => {
      const page = kind === 'person' ? ask.person(ref) : ask.place(ref);
      const route = kind === 'person' ? routes.person : routes.place;
      return page && { href: origin + route(page.slug), name: page.name };
    },
    figure: (ref) => {
      const picture = ask.picture(ref);
      return picture ? figureHtml(picture, origin) : '';
    },
  });
  return origin ? html.replace(/ href="\/(?!\/)/g, ` href="${origin}/`) : html;
}

/** A name as a page first gives it. */
export const fullName = ({ honorific, name }: Pick<Person, 'honorific' | 'name'>) =>
  honorific ? `${honorific} ${name}` : name;

/** A role in words: "Governor, Mandera County". */
export const roleLine = ({ title, organisation }: Pick<Role, 'title' | 'organisation'>) =>
  organisation ? `${title}, ${organisation}` : title;

/** The names of a dateline: "Mandera, Kenya". */
export const placeLine = (places: readonly Pick<Place, 'name'>[]) => places.map(({ name }) => name).join(', ');
