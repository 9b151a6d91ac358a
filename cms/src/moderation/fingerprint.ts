import { createHash } from 'node:crypto';
import { foldedPhrase } from './fold.ts';

/** Equal for texts that read alike. Of a text without any word, of the text itself. */
export const fingerprintOf = (text: string): string =>
  createHash('sha256')
    .update(foldedPhrase(text) || text)
    .digest('base64url')
    .slice(0, 22);
