const schemes = new Set(['http:', 'https:', 'mailto:']);

/** A link that may be published: to the web, to an address, or within the site; null for anything else. */
export function safeLink(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  const trimmed = url.trim();
  if (trimmed === '' || /[\p{Cc}\\]/u.test(trimmed)) return null;
  if (/^[#?/]/.test(trimmed)) return trimmed.startsWith('//') ? null : trimmed;
  const parsed = URL.parse(trimmed);
  return parsed !== null && schemes.has(parsed.protocol) ? trimmed : null;
}
