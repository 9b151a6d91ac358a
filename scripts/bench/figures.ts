import fs from 'node:fs/promises';
import { say } from '../progress.ts';

/** How a figure stands to its limit. */
type Bound = 'at most' | 'at least' | 'exactly';

/** One figure of a bench. One without a limit only tells. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  limit: number | null;
  holds: boolean;
}

export type Figure = Row & { bound: Bound };

/** The value below which a share of all lie; `share` 0.5 is the median, 1 the greatest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

const meets: Record<Bound, (value: number, limit: number) => boolean> = {
  'at most': (value, limit) => value <= limit,
  'at least': (value, limit) => value >= limit,
  exactly: (value, limit) => value === limit,
};

/** A figure with its limit, which it is held against before it is rounded. What could not be measured holds no limit. */
function figure(bound: Bound, name: string, unit: string, value: number, limit: number | null): Figure {
  const digits = unit === 'times' ? 100 : 10;
  return {
    name,
    unit,
    value: Math.round(value * digits) / digits,
    limit,
    holds: limit === null || meets[bound](value, limit),
    bound,
  };
}

/** A figure that must not exceed its limit. */
export const atMost = (name: string, unit: string, value: number, limit: number | null) =>
  figure('at most', name, unit, value, limit);

/** A figure that must reach its limit. */
export const atLeast = (name: string, unit: string, value: number, limit: number | null) =>
  figure('at least', name, unit, value, limit);

/** A figure that must be its limit. */
export const exactly = (name: string, unit: string, value: number, limit: number) =>
  figure('exactly', name, unit, value, limit);

/** A figure that only tells. */
export const told = (name: string, unit: string, value: number) => figure('at most', name, unit, value, null);

/** The figures as the lines of a table. */
export function tableOf(figures: readonly Figure[]): string[] {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map(({ name, value, unit, limit, holds, bound }) => {
    const kept = limit === null ? '' : `${bound} ${limit}${holds ? '' : '   DOES NOT HOLD'}`;
    return `${name.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(11)}  ${kept}`.trimEnd();
  });
}

/** The figures as JSON, for whoever reads them by program. */
export const jsonOf = (figures: readonly Figure[]) =>
  `${JSON.stringify(
    figures.map(({ name, unit, value, limit, holds }): Row => ({ name, unit, value, limit, holds })),
    null,
    2,
  )}\n`;

/** Prints the figures, and writes them as JSON where a file is named. Returns whether every limit holds. */
export async function present(figures: readonly Figure[], file?: string): Promise<boolean> {
  for (const line of tableOf(figures)) say(line);
  if (file) await fs.writeFile(file, jsonOf(figures));
  return figures.every(({ holds }) => holds);
}
