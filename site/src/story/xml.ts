import { escapeHtml } from '@dateline/shared/html';

/** Of files that are XML. */
export const xmlHeaders = { 'content-type': 'application/xml; charset=utf-8' };

/** Text as XML 1.0: escaped, and without control characters, most of which it cannot hold at all. */
export const escapeXml = (text: string) =>
  escapeHtml(text.toWellFormed().replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, ''));
