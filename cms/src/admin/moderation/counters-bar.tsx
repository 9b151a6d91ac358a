'use client';

import { burst } from '../../moderation/desk/burst.ts';
import type { Alert, Counters } from '../../moderation/desk/shapes.ts';
import { sayAge, saySpan } from './say-time.ts';

/** How much waits and for how long, and where much is written at this moment. */
export function CountersBar({ counters, alerts, now }: { counters: Counters; alerts: readonly Alert[]; now: number }) {
  const { waiting, reported, oldest, medianSeconds } = counters;
  return (
    <>
      <dl className="dateline-counters">
        <div>
          <dt>Waiting</dt>
          <dd>{waiting}</dd>
        </div>
        <div>
          <dt>Reported</dt>
          <dd>{reported}</dd>
        </div>
        <div>
          <dt>The oldest came</dt>
          <dd>{oldest === null ? 'None waits' : sayAge(oldest, now)}</dd>
        </div>
        <div>
          <dt>Median time to a decision, 7 days</dt>
          <dd>{medianSeconds === null ? 'None yet' : saySpan(medianSeconds)}</dd>
        </div>
      </dl>
      {alerts.length > 0 && (
        <>
          <ul className="dateline-alerts">
            {alerts.map(({ kind, id, name, count, usual }) => (
              <li className="dateline-notice" key={`${kind}-${id}`}>
                {count} comments in {burst.minutes} minutes under {kind === 'person' && 'stories that mention '}
                <strong>{name}</strong>. Usual at this hour: {usual}.
              </li>
            ))}
          </ul>
          <p className="dateline-fact">
            At least {burst.comments} comments, and {burst.times} times as many as the busiest thread, or that person,
            usually has at this hour.
          </p>
        </>
      )}
    </>
  );
}
