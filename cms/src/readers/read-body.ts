import { limits } from '@dateline/shared/limits';
import { ReaderFailure } from './failure.ts';

export type BodyKind = 'json' | 'form';

/** What a request's body is, by its Content-Type; undefined where it is neither JSON nor a form. */
export function bodyKind(headers: Headers): BodyKind | undefined {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  return type === 'application/x-www-form-urlencoded' ? 'form' : undefined;
}

/**
 * The fields of a request's body, JSON or form.
 * @throws ReaderFailure `wrong-media-type`, `too-large`, or `bad-request` for what is not UTF-8 or cannot be read.
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const kind = bodyKind(request.headers);
  if (!kind) throw new ReaderFailure('wrong-media-type');
  const text = decode(await readBytes(request));
  return kind === 'json' ? parseJson(text) : parseForm(text);
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limits.requestBody) throw new ReaderFailure('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ReaderFailure('bad-request', { detail: 'The text is not UTF-8.', cause });
  }
}

function parseJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ReaderFailure('bad-request', { detail: 'The body is not JSON.', cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ReaderFailure('bad-request', { detail: 'Send a JSON object.' });
  }
  return { ...value };
}

/** Not by URLSearchParams, which takes bytes that are no UTF-8 and silently puts others in their place. */
function parseForm(text: string): Record<string, unknown> {
  const fields = new Map<string, string>();
  try {
    for (const pair of text.split('&')) {
      const [name = '', ...value] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      if (name && !fields.has(name)) fields.set(name, value.join('='));
    }
  } catch (cause) {
    throw new ReaderFailure('bad-request', { detail: 'The text is not UTF-8.', cause });
  }
  return Object.fromEntries(fields);
}
