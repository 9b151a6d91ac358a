import { isIP } from 'node:net';

/** What a ban names, in the form in which PostgreSQL compares it. */
export interface BanRule {
  kind: 'email' | 'address';
  /** For LIKE, or a network. */
  expression: string;
}

/** The network of an address, which alone is one of itself; undefined for what is none. */
function networkOf(pattern: string): string | undefined {
  const [address = '', bits, ...more] = pattern.split('/');
  const widest = { 0: undefined, 4: 32, 6: 128 }[isIP(address)];
  if (widest === undefined || more.length > 0 || address.includes('%')) return undefined;
  if (bits === undefined) return `${address}/${widest}`;
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= widest ? pattern : undefined;
}

/** `*` stands for any characters; everything else for itself. */
const likeOf = (pattern: string) => pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%');

/**
 * What a pattern means: `*@example.org`, `name@*`, `203.0.113.7`, `2001:db8::/32`.
 * @returns undefined for what names neither mail addresses nor the network's, or everybody.
 */
export function banRule(text: string): BanRule | undefined {
  const pattern = text.trim().normalize('NFC').toLowerCase();
  const network = networkOf(pattern);
  if (network) return { kind: 'address', expression: network };
  const [name = '', domain = '', ...more] = pattern.split('@');
  if (!name || !domain || more.length > 0 || /\s/.test(pattern) || /^[*@.]+$/.test(pattern)) return undefined;
  return { kind: 'email', expression: likeOf(pattern) };
}

/** A pattern as the log keeps it, which nobody edits: of one person's address only what does not name them. */
export function maskPattern(pattern: string): string {
  const [name = '', domain] = pattern.split('@');
  return domain === undefined || name.includes('*') || domain.includes('*')
    ? pattern
    : `${name.slice(0, 1)}…@${domain}`;
}
