/** What a reader and an editor may enter. The server holds these; interfaces only repeat them. Lengths are in UTF-16 code units, as `maxlength` counts. */
export const limits = {
  comment: { min: 2, max: 5_000 },
  displayName: { min: 2, max: 60 },
  passkeyName: { max: 60 },
  email: { max: 254 },
  password: { min: 10, max: 200 },
  returnTo: { max: 2_000 },
  headline: { max: 180 },
  standfirst: { max: 500 },
  name: { max: 120 },
  correction: { max: 2_000 },
  alt: { max: 500 },
  /** Bytes of a request's body to the reader API, before it is parsed. */
  requestBody: 64 * 1024,
} as const;
