'use client';

import { burst } from '../../moderation/desk/burst.ts';
import type { Alert } from '../../moderation/desk/shapes.ts';
import { addressOfAlert, filtersOfAlert, type Filters } from './queue-address.ts';
import { ThreadMode } from './thread-mode.tsx';

interface Props {
  alerts: readonly Alert[];
  onDone: () => void;
  /** Shows what an alert is about, and nothing else. */
  onShow: (filters: Filters) => void;
}

const where = { thread: '', person: 'stories that mention ', recommendations: '' };

/** Where much is written at this moment, and what can be done about it. */
export function Alerts({ alerts, onDone, onShow }: Props) {
  if (alerts.length === 0) return null;
  return (
    <>
      <ul className="dateline-alerts">
        {alerts.map((alert) => {
          const { kind, id, name, author, mode, count, usual } = alert;
          return (
            <li className="dateline-notice" key={`${kind}-${id}`}>
              <p>
                {count} {kind === 'recommendations' ? `recommendations of a comment by ${author}` : 'comments'} in{' '}
                {burst.minutes} minutes under {where[kind]}
                <strong>{name}</strong>. Usual at this hour: {usual}.
              </p>
              <a
                href={addressOfAlert(alert)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onShow(filtersOfAlert(alert));
                }}
              >
                {kind === 'recommendations' ? 'Show the comment' : 'Show these comments'}
              </a>
              {mode !== null && <ThreadMode article={id} headline={name} mode={mode} onDone={onDone} />}
            </li>
          );
        })}
      </ul>
      <p className="dateline-fact">
        At least {burst.comments}, and {burst.times} times as many as the busiest thread, that person, or the comment
        that is recommended most, usually has at this hour.
      </p>
    </>
  );
}
