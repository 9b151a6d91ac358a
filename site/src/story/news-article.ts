import type { Person, Role } from '@dateline/shared/person';
import type { Place } from '@dateline/shared/place';
import { routes } from '@dateline/shared/routes';
import type { Settings } from '@dateline/shared/settings';
import { placeLine, type Story } from './read-story.ts';
import { writeDay } from './dates.ts';

type Node = Record<string, unknown>;

const compact = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

const roleNode = ({ title, organisation, from, to }: Role): Node =>
  compact({
    '@type': 'OrganizationRole',
    roleName: title,
    startDate: from ?? undefined,
    endDate: to ?? undefined,
    memberOf: organisation ? { '@type': 'Organization', name: organisation } : undefined,
  });

function placeNode([place, ...above]: readonly Place[], origin: string): Node | undefined {
  if (!place) return undefined;
  return compact({
    '@type':
      place.kind === 'country'
        ? 'Country'
        : place.kind === 'city' || place.kind === 'town'
          ? 'City'
          : 'AdministrativeArea',
    name: place.name,
    url: origin + routes.place(place.slug),
    containedInPlace: placeNode(above, origin),
  });
}

const personNode = (person: Person, roles: readonly Role[], origin: string): Node =>
  compact({
    '@type': 'Person',
    name: person.name,
    honorificPrefix: person.honorific ?? undefined,
    url: origin + routes.person(person.slug),
    memberOf: roles.map(roleNode),
  });

/** The newsroom as publisher, with the pages that say what it holds itself to. */
function publisherNode(settings: Settings, origin: string): Node {
  return compact({
    '@type': 'NewsMediaOrganization',
    '@id': `${origin}/#newsroom`,
    name: settings.name,
    url: origin + routes.home,
    publishingPrinciples: settings.policies.length ? origin + routes.policies : undefined,
    correctionsPolicy: origin + routes.corrections,
  });
}

/**
 * The story as NewsArticle of schema.org. Where it was written (`locationCreated`) is told apart from
 * where it plays (`contentLocation`). All addresses are absolute.
 */
export function newsArticle(story: Story, page: { settings: Settings; origin: string; comments: number }): Node {
  const { article } = story;
  const { settings, origin } = page;
  const url = origin + routes.article(article.slug);
  return compact({
    '@context': 'https://schema.org',
    '@type':
      article.kindOfWork === 'opinion'
        ? 'OpinionNewsArticle'
        : article.kindOfWork === 'analysis'
          ? 'AnalysisNewsArticle'
          : article.kindOfWork === 'sponsored'
            ? 'AdvertiserContentArticle'
            : 'NewsArticle',
    '@id': `urn:uuid:${article.id}`,
    mainEntityOfPage: url,
    url,
    headline: article.headline,
    description: article.standfirst,
    inLanguage: article.language,
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    wordCount: article.words,
    articleSection: story.topics.map(({ name }) => name),
    image: story.picture?.sizes
      .toReversed()
      .map(({ src, width, height }) => ({ '@type': 'ImageObject', url: origin + src, width, height })),
    author: story.authors.map((person) => personNode(person, [], origin)),
    publisher: publisherNode(settings, origin),
    dateline: [placeLine(story.filedFrom), writeDay(article.dateline.date, settings)].filter(Boolean).join(', '),
    locationCreated: placeNode(story.filedFrom, origin),
    contentLocation: story.places.map((chain) => placeNode(chain, origin)),
    mentions: [
      ...story.people.map(({ person, roles }) => personNode(person, roles, origin)),
      ...story.places.map((chain) => placeNode(chain.slice(0, 1), origin)),
    ],
    correction: article.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text })),
    isAccessibleForFree: true,
    commentCount: page.comments,
    discussionUrl: `${url}#comments`,
  });
}

/** JSON that can stand in a `<script>`: whatever a text holds, it cannot end the element. */
export const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
