/** Builders elsewhere that are told of a publish, besides those that read the feed by themselves. */
export interface DispatchOptions {
  /** Told by a webhook that is signed after Standard Webhooks 1.0. */
  webhook?: {
    url: string;
    /** `whsec_` and 24 to 64 random bytes in base64. */
    secret: string;
  };
  /** Told by a `repository_dispatch` of type `dateline-publish`. */
  github?: {
    /** `owner/name` */
    repository: string;
    /** May write the repository's contents; nothing more is needed. */
    token: string;
    /** GitHub's own where it is left out; `https://github.example.org/api/v3` of an Enterprise Server. */
    apiURL?: string;
  };
}
