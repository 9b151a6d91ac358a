import { z } from 'zod';
import { drawForm } from './forms.ts';
import { escapeHtml } from './html.ts';
import { documentId } from './id.ts';
import { readerRoutes } from './routes.ts';

/** What a reader wishes: that they recommend a comment, or no longer do. Sent twice it says the same. */
export const recommendInput = z.object({
  comment: documentId,
  recommended: z.boolean().or(z.stringbool()),
});

/** What came of it. */
export interface Recommended {
  comment: string;
  recommended: boolean;
  /** How many readers recommend it now. */
  recommendations: number;
}

/** The form to recommend a comment, or to take that back. */
export function recommendForm(comment: string, isRecommended: boolean): string {
  const inside = [
    `<input type="hidden" name="comment" value="${escapeHtml(comment)}">`,
    `<input type="hidden" name="recommended" value="${!isRecommended}">`,
  ].join('');
  return drawForm(readerRoutes.recommend, isRecommended ? 'Take it back' : 'Recommend it', inside, {});
}
