import type { Article } from '@dateline/shared/article';
import { routes } from '@dateline/shared/routes';
import { justAbove, top, type Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { monthPageSize, pagesOfMonth, type Questions } from './questions.ts';

/** What pages ask of the archive by month, answered. @param articles Those of some rows. */
export function monthAnswers(
  snapshot: Snapshot,
  record: (dependency: Dependency) => void,
  articles: (rows: { id: string }[]) => Article[],
  show: (path: string) => void,
): Pick<Questions, 'months' | 'articlesIn' | 'entriesIn' | 'everyMonthPage'> {
  return {
    months: () => {
      record({ key: 'months' });
      const rows = snapshot.all<{ month: string }>('select month from months order by month desc');
      for (const { month } of rows) show(routes.archive(month));
      return rows.map(({ month }) => month);
    },
    articlesIn: (month, wanted) => {
      const count = snapshot.get<{ articles: number }>('select articles from months where month = ?', month)?.articles;
      const pages = pagesOfMonth(count ?? 0);
      const page = wanted ?? pages;
      const isLast = page === pages;
      const ofMonth = 'select id, published as at from articles where month = ?';
      const rows = isLast
        ? snapshot.all<{ id: string; at: string }>(
            `${ofMonth} order by published desc, id desc limit ?`,
            month,
            (count ?? 0) - (pages - 1) * monthPageSize,
          )
        : snapshot
            .all<{ id: string; at: string }>(
              `${ofMonth} order by published, id limit ? offset ?`,
              month,
              monthPageSize,
              (page - 1) * monthPageSize,
            )
            .toReversed();
      const [newest, oldest] = [rows[0], rows.at(-1)];
      const bound = oldest ? `${oldest.at}|${oldest.id}` : '';
      const ceiling = isLast || !newest ? top : justAbove(`${newest.at}|${newest.id}`);
      record({ key: `month:${month}`, bound, ceiling });
      // What joins or leaves the month before it moves the page's cut.
      record({ key: `order:${month}`, bound: '', ceiling });
      if (!isLast) record({ key: `last:${month}:${page + 1}` });
      for (const beside of [page - 1, page + 1]) if (beside > 0 && beside < pages) show(routes.archive(month, beside));
      return { articles: articles(rows), page, isLast, isNextLast: page + 1 === pages };
    },
    entriesIn: (month) => {
      record({ key: `month:${month}` });
      return snapshot.all(
        'select slug, modified as modifiedAt from articles where month = ? order by published, id',
        month,
      );
    },
    everyMonthPage: () => {
      record({ key: 'months' });
      const months = snapshot.all<{ month: string; articles: number }>('select month, articles from months');
      return months.flatMap(({ month, articles: count }) =>
        Array.from({ length: pagesOfMonth(count) - 1 }, (_, index) => ({ month, page: index + 1 })),
      );
    },
  };
}
