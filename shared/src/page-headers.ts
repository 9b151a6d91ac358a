/** What a browser may load and do on any page of the site, static or answered: nothing that is not the site's own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ');

/** `same-origin` and not `no-referrer`, under which a form's Origin would be `null`. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

const ofHashedNames = ['/_astro/', '/media/'];

/** Where files stand whose names hold their hash, as patterns of `_headers`. */
export const immutablePatterns = ofHashedNames.map((folder) => `${folder}*`);
/** For files whose bytes never change. */
export const immutable = 'public, max-age=31536000, immutable';
/** For what changes at its address: whoever keeps it asks each time whether it is still so. */
export const revalidated = 'public, max-age=0, must-revalidate';

/** How long a file of the site may be kept. */
export const cacheControlOf = (path: string): string =>
  ofHashedNames.some((folder) => path.startsWith(folder)) ? immutable : revalidated;
