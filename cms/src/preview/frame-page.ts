import { createHash } from 'node:crypto';
import { escapeHtml } from '@dateline/shared/html';

/** Has the page drawn anew when the desk has saved, in the way that Payload's live preview speaks to it. */
const script = `
const desk = opener ?? parent;
addEventListener('message', ({ source, data }) => {
  if (source === desk && data?.type === 'payload-document-event') location.reload();
});
desk.postMessage({ type: 'payload-live-preview', ready: true }, location.origin);
`;

const scriptHash = createHash('sha256').update(script).digest('base64');

/**
 * A page of the site as the desk frames it: its files come from the site, its links open beside it, and none of
 * its own scripts are in it: they would run at the desk's address.
 */
export function framePage(html: string, publicURL: string): string {
  const base = `<base href="${escapeHtml(`${publicURL}/`)}" target="_blank">`;
  return html
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace('<head>', () => `<head>${base}`)
    .replace('</body>', () => `<script>${script}</script></body>`);
}

/** Headers of a preview: kept nowhere, framed by the desk alone. */
export function frameHeaders(publicURL: string, adminURL: string): Record<string, string> {
  const site = `'self' ${new URL(publicURL).origin}`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${site}`,
      `font-src ${site}`,
      `img-src ${site}`,
      `script-src 'sha256-${scriptHash}'`,
      `base-uri ${site}`,
      "form-action 'none'",
      `frame-ancestors 'self' ${new URL(adminURL).origin}`,
    ].join('; '),
  };
}
