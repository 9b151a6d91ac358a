import { expect, test } from 'vitest';
import { idOf, someComment, someSettings } from '../../../tests/support/published-samples.ts';
import type { Story } from '../../snapshot/questions.ts';
import { keepHtml, keptHtml, standsAlone, underWhat } from './kept-comments.ts';

const story: Story = {
  id: idOf(5, 1),
  slug: 'rain',
  headline: 'Rain',
  language: 'en',
  closed: false,
  authors: [],
  correctedAt: null,
};
const settings = someSettings({ timeZone: 'UTC' });
const under = underWhat(story, settings);

test('what was kept of a comment is found again under the same story alone, and of no other version of it', () => {
  const comment = someComment(1, story.id);
  expect(keptHtml(comment, under)).toBeUndefined();
  expect(keepHtml(comment, under, '<li>One</li>')).toBe('<li>One</li>');
  expect(keptHtml(comment, under)).toBe('<li>One</li>');
  expect(keptHtml({ ...comment }, under)).toBeUndefined();
});

test.each([
  ['it is closed', underWhat({ ...story, closed: true }, settings)],
  ['it is corrected', underWhat({ ...story, correctedAt: '2026-03-01T08:00:00.000Z' }, settings)],
  ['its language changes', underWhat({ ...story, language: 'sw' }, settings)],
  ["the newsroom's language changes", underWhat(story, { ...settings, language: 'sw' })],
  ["the newsroom's time zone changes", underWhat(story, { ...settings, timeZone: 'Africa/Nairobi' })],
])('nothing that was kept is shown under a story where %s', (_, otherwise) => {
  const comment = someComment(2, story.id);
  keepHtml(comment, under, '<li>Two</li>');
  expect(keptHtml(comment, otherwise)).toBeUndefined();
});

test('one that is answered, or that somebody wrote whom the newsroom knows, is not kept', () => {
  const comment = someComment(3, story.id);
  expect(standsAlone(comment, [], undefined)).toBe(true);
  expect(standsAlone(comment, [{ comment, answered: null }], undefined)).toBe(false);
  expect(standsAlone(comment, [], '/comments/x/2/')).toBe(false);
  expect(standsAlone({ ...comment, person: idOf(1, 1) }, [], undefined)).toBe(false);
});
