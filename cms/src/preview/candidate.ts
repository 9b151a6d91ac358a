import type { z } from 'zod';
import type { article } from '@dateline/shared/article';
import type { Candidate } from '@dateline/shared/preview';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * An article as its page would show it, were it published now. What a draft still lacks is filled with a
 * plain stand-in, so that an unfinished story can be looked at.
 * @param projected The draft as the published contract has it, not yet held against it.
 * @param now ISO 8601.
 */
export function candidateOf(projected: z.input<typeof article>, now: string): Candidate {
  const { headline, slug, dateline, publishedAt, authors, bodyHtml, kindOfWork, language, comments } = projected;
  return {
    kind: 'article',
    data: {
      ...projected,
      headline: headline || 'No headline yet',
      slug: slug || `draft-${projected.id}`,
      dateline: { ...dateline, date: dateline.date || now.slice(0, 10) },
      publishedAt: publishedAt || now,
      modifiedAt: now,
      authors: authors.length > 0 ? authors : [nobody],
      bodyHtml: bodyHtml || '<p></p>',
      kindOfWork: kindOfWork || 'news',
      language: language || 'en',
      comments: comments || 'open',
      corrections: projected.corrections.filter(({ at, text }) => at && text),
    },
  };
}
