import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { atEnd } from '../support/at-end.ts';
import { openPage } from '../support/browser.ts';

test('a real browser renders a page of ours, text and script', async () => {
  const server = http.createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<link rel="icon" href="data:,"><h1>Dateline</h1><script>document.title = "ran"</script>'),
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  atEnd(() => void server.close());
  const page = await openPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  expect(await page.title()).toBe('ran');
  expect((await page.getByRole('heading').boundingBox())?.width).toBeGreaterThan(50);
});
