import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { frameHeaders, framePage } from './frame-page.ts';

const page =
  '<!doctype html><html><head><title>x</title><script type="module" src="/a.js"></script></head><body>$& Hello</body></html>';

test('only the script that was added runs, and no other', () => {
  const html = framePage(page, 'https://news.example.org');
  const [, script = ''] = /<script>([^]*)<\/script>/.exec(html) ?? [];
  const allowed = createHash('sha256').update(script).digest('base64');
  const policy = frameHeaders('https://news.example.org', 'https://desk.example.org')['content-security-policy'];
  expect(policy).toContain(`script-src 'sha256-${allowed}';`);
  expect(policy).toContain("frame-ancestors 'self' https://desk.example.org");
});

test('files come from the site, wherever the desk stands', () => {
  const html = framePage(page, 'https://news.example.org');
  expect(html).toContain('<head><base href="https://news.example.org/" target="_blank">');
  expect(html).toContain('$& Hello');
  expect(html).not.toContain('/a.js');
});
