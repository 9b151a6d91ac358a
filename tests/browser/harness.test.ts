import http from 'node:http';
import { expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { listen } from '../support/listen.ts';

test('a real browser renders a page of ours, text and script', async () => {
  const server = http.createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<link rel="icon" href="data:,"><h1>Dateline</h1><script>document.title = "ran"</script>'),
  );
  const page = await openPage();
  await page.goto(await listen(server, 'localhost'));
  expect(await page.title()).toBe('ran');
  expect((await page.getByRole('heading').boundingBox())?.width).toBeGreaterThan(50);
});
