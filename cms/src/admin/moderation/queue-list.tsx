'use client';

import { useEffect, useRef } from 'react';
import type { QueueItem } from '../../moderation/desk/shapes.ts';
import { statusLabels } from '../comment-decision.ts';
import type { News } from './queue-state.ts';
import { sayAge } from './say-time.ts';

interface Props {
  items: readonly QueueItem[];
  current: string | null;
  chosen: ReadonlySet<string>;
  now: number;
  /** What somebody else has made of one since. */
  newsOf: (item: QueueItem) => News | null;
  /** Shows more, where there is more. */
  onMore: (() => void) | null;
  onOpen: (id: string) => void;
  onChoose: (id: string) => void;
}

const briefly: Record<News, string> = {
  gone: 'Deleted meanwhile',
  decided: 'Decided meanwhile',
  changed: 'Changed meanwhile',
};

/** The comments of a view, one of which is open. */
export function QueueList({ items, current, chosen, now, newsOf, onMore, onOpen, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol className="dateline-queue" ref={list}>
      {items.map((item) => {
        const news = newsOf(item);
        return (
          <li className="dateline-queue__item" key={item.id}>
            <input
              aria-label={`Choose the comment of ${item.author}`}
              checked={chosen.has(item.id)}
              onChange={() => onChoose(item.id)}
              type="checkbox"
            />
            <button
              aria-current={item.id === current ? 'true' : undefined}
              className="dateline-queue__open"
              onClick={() => onOpen(item.id)}
              type="button"
            >
              <span className="dateline-queue__who">
                <strong>{item.author}</strong> <span>{sayAge(item.at, now)}</span>
              </span>
              {item.answers !== null && <span className="dateline-fact">Reply to {item.answers}</span>}
              <span className="dateline-queue__text">{item.body}</span>
              {news && <strong className="dateline-queue__news">{briefly[news]}</strong>}
              <span className="dateline-fact">
                {statusLabels[item.status]}
                {item.edited !== null && ', edited'}
                {item.pinned && ', pinned'}
                {item.pick && ', editor’s pick'}
                {item.reports > 0 && `, reported by ${item.reports}`} · {item.article.headline}
              </span>
            </button>
          </li>
        );
      })}
      {onMore && (
        <li className="dateline-queue__more">
          <button className="dateline-decision__act" onClick={onMore} type="button">
            Show more
          </button>
        </li>
      )}
    </ol>
  );
}
