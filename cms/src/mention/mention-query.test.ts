import { describe, expect, test } from 'vitest';
import { matchMention, readFound, searchUrl } from './mention-query.ts';

describe('what opens the menu', () => {
  test.each([
    ['@', ''],
    ['said @Wan', 'Wan'],
    ['(@Wan', 'Wan'],
    ['met @Achieng Odhia', 'Achieng Odhia'],
    ['“@O’Brien', 'O’Brien'],
  ])('%j looks for %j', (text, query) => {
    expect(matchMention(text)?.matchingString).toBe(query);
  });

  test.each(['desk@example', 'no at', '@one two three four five six', '@two  spaces', 'a @@'])(
    '%j opens nothing',
    (text) => {
      expect(matchMention(text)).toBeNull();
    },
  );

  test('says where the text to replace begins', () => {
    expect(matchMention('met @Wan')).toEqual({ leadOffset: 4, matchingString: 'Wan', replaceableString: '@Wan' });
  });
});

test('the search asks for names and aliases, and for drafts as well', () => {
  const url = new URL(searchUrl('http://localhost/admin/api', 'place', ' Lake & Town '));
  expect(url.pathname).toBe('/admin/api/places');
  expect(url.searchParams.get('where[or][0][name][like]')).toBe('Lake & Town');
  expect(url.searchParams.get('where[or][1][aliases][like]')).toBe('Lake & Town');
  expect([...url.searchParams.keys()].some((key) => key.includes('_status]['))).toBe(false);
});

test('an empty query asks for the first by name', () => {
  expect(searchUrl('/admin/api', 'person', '')).not.toContain('where');
});

test('a line says who holds which office now, and leaves out what has no name yet', () => {
  const docs = [
    {
      id: '1',
      name: 'A. Example',
      roles: [{ title: 'Mayor', organisation: 'Lakeside', to: '2020-01-01' }, { title: 'Senator' }],
      _status: 'draft',
    },
    { id: '2', name: null },
  ];
  expect(readFound('person', { docs })).toEqual([
    { kind: 'person', id: '1', name: 'A. Example', note: 'Senator', draft: true },
  ]);
});
