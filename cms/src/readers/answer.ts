import { pageHeaders } from '@dateline/shared/page-headers';
import { describeProblem, problems } from '@dateline/shared/problem';
import { fillShell } from '@dateline/shared/shell';
import type { ReaderFailure } from './failure.ts';
import type { ReaderOptions } from './options.ts';
import { plainShell } from './shell-file.ts';

/** A page for the site's shell: its title, which is text, and the HTML of its slot. */
export interface Page {
  title: string;
  html: string;
}

/** What an endpoint answers; `to` is a path of this site. */
export type Answer =
  | { status: number; json?: unknown; /** The name of the file that a browser makes of it. */ download?: string }
  | { status: number; page: Page }
  | { to: string };

/** No answer of the reader API may be kept by a cache: each is somebody's own. */
function headersOf(cookies: readonly string[], more: Record<string, string> = {}): Headers {
  const headers = new Headers({ ...pageHeaders, 'cache-control': 'no-store', ...more });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return headers;
}

/** The answer as HTTP. */
export async function present(options: ReaderOptions, answer: Answer, cookies: readonly string[]): Promise<Response> {
  if ('to' in answer) {
    const location = new URL(answer.to, options.publicURL).href;
    return new Response(null, { status: 303, headers: headersOf(cookies, { location }) });
  }
  if ('page' in answer) {
    const html = fillShell(options.shell ? await options.shell() : plainShell, answer.page);
    return new Response(html, {
      status: answer.status,
      headers: headersOf(cookies, { 'content-type': 'text/html; charset=utf-8' }),
    });
  }
  if (answer.json === undefined) return new Response(null, { status: answer.status, headers: headersOf(cookies) });
  const headers = headersOf(cookies, {
    'content-type': 'application/json',
    ...(answer.download && { 'content-disposition': `attachment; filename="${answer.download}"` }),
  });
  return new Response(JSON.stringify(answer.json), { status: answer.status, headers });
}

/** A failure as problem+json, or as the page that its endpoint draws for it. */
export async function presentFailure(options: ReaderOptions, failure: ReaderFailure, page?: Page): Promise<Response> {
  const [status] = problems[failure.code];
  const { code, detail, fields, terms, reader, cookies } = failure;
  const response = page
    ? await present(options, { status, page }, cookies)
    : await present(options, { status, json: describeProblem(code, { detail, fields, terms, reader }) }, cookies);
  if (!page) response.headers.set('content-type', 'application/problem+json');
  const wait = failure.retryAfter ?? (code === 'paused' ? 30 : undefined);
  if (wait !== undefined) response.headers.set('retry-after', String(wait));
  return response;
}
