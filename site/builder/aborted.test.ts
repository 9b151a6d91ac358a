import { expect, test } from 'vitest';
import { aborted } from './aborted.ts';

test('what was aborted before anybody asked counts, as does what is aborted later', async () => {
  const stop = new AbortController();
  const later = aborted(stop.signal);
  stop.abort();
  expect(await later).toBeUndefined();
  expect(await Promise.race([aborted(stop.signal), new Promise(setImmediate).then(() => 'never')])).toBeUndefined();
});
