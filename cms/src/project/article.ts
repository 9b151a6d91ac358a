import type { z } from 'zod';
import type { article } from '@dateline/shared/article';
import { bodyHtml, type NameOf } from './body-html.ts';
import { bodyReferences } from './body-references.ts';
import { dayOf, idOf, idsOf, instantOf, textOf, textsOf } from './reference.ts';
import type { Row } from './row.ts';

const wordsOf = (html: string) =>
  html.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;

/** An article as the published contract has it. What is missing is left empty, for the contract to refuse. */
export function projectArticle(row: Row, nameOf: NameOf): z.input<typeof article> {
  const dateline = (row.dateline ?? {}) as Record<string, unknown>;
  const html = bodyHtml(row.body, nameOf);
  const corrections = Array.isArray(row.corrections) ? (row.corrections as Record<string, unknown>[]) : [];
  const { closeAfterDays } = (row.commentPolicy ?? {}) as Record<string, unknown>;
  return {
    id: row.id,
    slug: textOf(row.slug),
    formerSlugs: textsOf(row.formerSlugs),
    headline: textOf(row.headline),
    standfirst: textOf(row.standfirst),
    kindOfWork: textOf(row.kindOfWork) as 'news',
    language: textOf(row.language),
    dateline: { place: idOf(dateline.place), date: dayOf(dateline.date) ?? '' },
    publishedAt: instantOf(row.publishedAt) ?? '',
    modifiedAt: instantOf(row.modifiedAt) ?? instantOf(row.publishedAt) ?? '',
    authors: idsOf(row.authors),
    topics: idsOf(row.topics),
    leadImage: idOf(row.leadImage),
    bodyHtml: html,
    words: wordsOf(html),
    mentions: bodyReferences(row.body),
    corrections: corrections.map(({ at, text }) => ({ at: instantOf(at) ?? '', text: textOf(text) })),
    comments: textOf(row.comments) as 'open',
    commentsCloseAfterDays: typeof closeAfterDays === 'number' ? Math.trunc(closeAfterDays) : null,
  };
}
