import { candidate } from '@dateline/shared/preview';
import { expect, test } from 'vitest';
import { projectArticle } from '../project/article.ts';
import { candidateOf } from './candidate.ts';

const id = '0198c000-0000-7000-8000-000000000001';
const now = '2026-02-04T08:00:00.000Z';

test('an empty draft can be looked at', () => {
  const shown = candidate.parse(
    candidateOf(
      projectArticle({ id }, () => ''),
      now,
    ),
  );
  expect(shown.data).toMatchObject({ headline: 'No headline yet', slug: `draft-${id}`, publishedAt: now });
});

test('what a draft has is shown as it is', () => {
  const row = { id, headline: 'A ferry runs', slug: 'ferry', publishedAt: '2026-01-01T00:00:00.000Z' };
  const { data } = candidateOf(
    projectArticle(row, () => ''),
    now,
  );
  expect(data).toMatchObject({ ...row, modifiedAt: now });
});
