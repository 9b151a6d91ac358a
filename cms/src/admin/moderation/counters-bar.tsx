'use client';

import type { Counters } from '../../moderation/desk/shapes.ts';
import { sayAge, saySpan } from './say-time.ts';

/** How much waits and for how long. */
export function CountersBar({ counters, now }: { counters: Counters; now: number }) {
  const { waiting, reported, oldest, medianSeconds } = counters;
  return (
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
  );
}
