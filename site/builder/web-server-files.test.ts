import { expect, test } from 'vitest';
import { departureMaps, headerFiles } from './web-server-files.ts';

test('web servers find a former address as they decode it, and lead to one that is encoded', () => {
  const maps = departureMaps([
    { from: '/articles/a/', to: '/articles/b/' },
    { from: '/people/%C3%B1and%C3%BA/', to: undefined },
  ]);
  expect(maps['departures.nginx']).toBe('"/articles/a/" "/articles/b/";\n"/people/ñandú/" "410";\n');
  expect(maps['departures.caddy']).toMatch(/\n"\/articles\/a\/" "\/articles\/b\/"\n"\/people\/ñandú\/" "410"\n$/);
});

test('where nothing was ever moved, Caddy still has a line to include', () => {
  expect(departureMaps([])).toEqual({ 'departures.nginx': '', 'departures.caddy': '# Former addresses\n' });
});

test('the headers are one directive a line, with nothing in them that ends one', () => {
  for (const line of headerFiles['headers.nginx']!.trimEnd().split('\n'))
    expect(line).toMatch(/^add_header [a-z-]+ "[^"]+" always;$/);
  for (const line of headerFiles['headers.caddy']!.trimEnd().split('\n'))
    expect(line).toMatch(/^header [a-z-]+ "[^"]+"$/);
  expect(headerFiles['headers.nginx']).toContain("default-src 'none'; script-src 'self'");
});
