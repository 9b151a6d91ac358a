import { expect, test } from 'vitest';
import { publishProblems } from './publish-problems.ts';

test('each problem stands at its field of the desk, once, with a sentence', () => {
  const problems = publishProblems('article', {
    headline: '',
    bodyHtml: '',
    dateline: { date: '' },
    standfirst: '',
    authors: [],
    commentsCloseAfterDays: -1,
  });
  const byPath = Object.fromEntries(problems.map(({ path, message }) => [path, message]));
  expect(byPath).toMatchObject({
    headline: 'Write a headline of up to 180 characters.',
    body: 'Write the story before you publish it.',
    standfirst: 'Write a standfirst of up to 500 characters.',
    'dateline.date': 'Give the day of the dateline.',
    authors: 'Name at least one author.',
    'commentPolicy.closeAfterDays': 'Close after a whole number of days, or leave it empty.',
  });
  expect(problems.find(({ path }) => path === 'dateline.date')?.label).toBe('Dateline date');
});

test('an image of which no size was made says so at its file', () => {
  const image = {
    id: '01a207b1-4514-759e-8850-71a0387c59f1',
    alt: '',
    caption: '',
    credit: '',
    sizes: [],
    revision: 'r',
  };
  expect(publishProblems('media', image).map(({ path }) => path)).toEqual(['alt', 'file']);
});
