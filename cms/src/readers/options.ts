import type { ExternalCheckOptions } from '../moderation/external-check.ts';

/** What the reader API needs to know of the newsroom that it serves. */
export interface ReaderOptions {
  /** The site's origin, `https://news.example.org`. */
  publicURL: string;
  mail: { from: string };
  /** How many proxies in front may be believed in `X-Forwarded-For`; 0 by default. */
  trustedProxyHops?: number;
  /** A service that is asked before a comment is published. */
  externalCheck?: ExternalCheckOptions | undefined;
  /** The site's own shell page. Without it a plain one is used. */
  shell?: () => Promise<string>;
}
