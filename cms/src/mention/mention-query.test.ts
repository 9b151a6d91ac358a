import { describe, expect, test } from 'vitest';
import { matchMention, readFound, searchUrl, withStandIns } from './mention-query.ts';

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

test('in the place of somebody who was merged stands who they are now, once', () => {
  const person = (id: string, name: string) => ({ kind: 'person' as const, id, name, note: '', draft: false });
  const merge = (id: string, standIn: { id: string; name: string | null }) => ({
    person: id,
    name: `Old ${id}`,
    standIn: { isPublished: true, ...standIn },
  });
  const merges = [
    merge('b', { id: 'a', name: 'Amina' }),
    merge('c', { id: 'a', name: 'Amina' }),
    merge('d', { id: 'x', name: null }),
  ];
  expect(withStandIns([person('b', 'Old b'), person('e', 'Else')], merges)).toEqual([
    person('e', 'Else'),
    { ...person('a', 'Amina'), note: 'once Old b' },
  ]);
  const all = [person('b', 'Old b'), person('c', 'Old c'), person('a', 'Amina'), person('d', 'Old d')];
  expect(withStandIns(all, merges)).toEqual([person('a', 'Amina')]);
});
