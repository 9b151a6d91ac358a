'use client';

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
        <ul className="dateline-alerts">
          {alerts.map(({ kind, id, name, count }) => (
            <li className="dateline-notice" key={`${kind}-${id}`}>
              {kind === 'thread' ? (
                <>
                  {count} comments in 15 minutes under <strong>{name}</strong>.
                </>
              ) : (
                <>
                  {count} comments in 15 minutes under stories that mention <strong>{name}</strong>.
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
