import { randomBytes } from 'node:crypto';

/**
 * The policy of one answer of the desk. Next gives the nonce to the scripts of its page, and what these fetch is trusted
 * with them. Styles may be in the page: Payload's editor, selects and dates write them there as they run, without a nonce.
 */
export function deskPolicy(): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
