/** The desk's API, as an editor's browser calls it. */
export interface DeskClient {
  send: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, data?: object) => Promise<Record<string, unknown>>;
}

/** Logs in. Throws what the desk said against it. */
export async function openDesk(adminURL: string, sign: { email: string; password: string }): Promise<DeskClient> {
  const { origin } = new URL(adminURL);
  let cookie = '';
  const send: DeskClient['send'] = async (method, path, data) => {
    const response = await fetch(`${adminURL}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie, origin, 'sec-fetch-site': 'same-origin' },
      ...(data && { body: JSON.stringify(data) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text.slice(0, 500)}`);
    cookie ||= response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return JSON.parse(text) as Record<string, unknown>;
  };
  await send('POST', 'users/login', sign);
  return { send };
}
