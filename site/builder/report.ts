import type { Outcome } from './perform.ts';

/** How many paths a report names; it counts the others. */
const named = 100;

/** What was done to the site. */
export interface Report {
  written: number;
  removed: number;
  /** Routes rendered, whether their bytes had changed or not. */
  rendered: number;
  /** The first hundred of the paths that were written or removed. */
  paths: string[];
  failed: { path: string; cause: string }[];
}

export const emptyReport = (): Report => ({ written: 0, removed: 0, rendered: 0, paths: [], failed: [] });

/** Takes an outcome into a report. */
export function tell(report: Report, outcome: Outcome): void {
  if ('failed' in outcome) {
    report.failed.push({ path: outcome.path, cause: outcome.failed });
    return;
  }
  const isGone = outcome.hash === undefined;
  if (!isGone) report.rendered++;
  if (!outcome.wrote) return;
  if (isGone) report.removed++;
  else report.written++;
  if (report.paths.length < named) report.paths.push(outcome.path);
}
