'use client';

import type { LogLine } from '../../moderation/desk/shapes.ts';
import { sayBy, sayLine } from './say-log.ts';
import { sayInstant } from './say-time.ts';

/** What was done, the last first. */
export function LogLines({ lines }: { lines: readonly LogLine[] }) {
  return (
    <ol className="dateline-log">
      {lines.map((line) => (
        <li key={`${line.at}-${line.act}-${line.after}`}>
          <strong>{sayLine(line)}</strong>
          {line.reason && <span className="dateline-log__reason"> {line.reason}</span>}
          <span className="dateline-fact">
            {sayBy(line)}, {sayInstant(line.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
