import { describeProblem } from '@dateline/shared/problem';
import { expect, onTestFinished, test, vi } from 'vitest';
import { askReaderApi } from './ask-reader-api.ts';

const answering = (status: number, body: unknown) => async () => Response.json(body, { status });

test('what is given is handed on', async () => {
  expect(await askReaderApi('/x', undefined, answering(200, { name: 'Asha' }))).toEqual({
    is: 'given',
    value: { name: 'Asha' },
  });
});

test('JSON is posted as such', async () => {
  const seen: RequestInit[] = [];
  await askReaderApi('/x', { body: 'Hello' }, async (_, init) => {
    seen.push(init ?? {});
    return Response.json({}, { status: 201 });
  });
  expect(seen[0]).toMatchObject({
    method: 'POST',
    body: '{"body":"Hello"}',
    headers: { 'content-type': 'application/json' },
  });
});

test('a session that ended asks for a login', async () => {
  expect(await askReaderApi('/x', {}, answering(401, describeProblem('login-required')))).toEqual({
    is: 'login-required',
  });
});

test('an API that is away, paused or no API at all has paused', async () => {
  const away = async () => Promise.reject(new TypeError('Failed to fetch'));
  const proxy = async () => new Response('<h1>Bad Gateway</h1>', { status: 502 });
  expect(await askReaderApi('/x', {}, away)).toEqual({ is: 'paused' });
  expect(await askReaderApi('/x', {}, answering(503, describeProblem('paused')))).toEqual({ is: 'paused' });
  expect(await askReaderApi('/x', {}, proxy)).toEqual({ is: 'paused' });
});

test('a problem is handed on with its fields', async () => {
  const problem = describeProblem('invalid-input', { fields: { body: 'Write a comment.' } });
  expect(await askReaderApi('/x', {}, answering(422, problem))).toEqual({ is: 'refused', problem });
});

test('an API that does not answer in time has paused', async () => {
  const patience = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  onTestFinished(() => timeout.mockRestore());
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const answer = askReaderApi('/x', {}, silent);
  patience.abort();
  expect(await answer).toEqual({ is: 'paused' });
  expect(timeout).toHaveBeenCalledWith(20_000);
});
