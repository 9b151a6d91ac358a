import { escapeHtml } from '@dateline/shared/html';

/** Text as XML 1.0: escaped, and without the characters that it cannot hold at all. */
export const escapeXml = (text: string) =>
  escapeHtml(text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
