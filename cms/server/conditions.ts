/** Whether a client has the representation already (`If-None-Match`, RFC 9110, 13.1.2). */
export const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag || known.trim() === '*') ?? false;

/** Whether a part may be sent: of what the client has the rest of (`If-Range`, RFC 9110, 13.1.5), by strong comparison. */
export const isSame = (header: string | undefined, etag: string): boolean => header === undefined || header === etag;
