/** A cookie that holds no secret: it only tells the page that somebody is signed in, so that nobody else's page calls the API. */
export const hintCookie = 'dateline_reader';

/** The session's cookie, HttpOnly. Its name with https, where a browser then refuses it from anywhere but this host. */
export const sessionCookie = { secure: '__Host-dateline_session', plain: 'dateline_session' } as const;
