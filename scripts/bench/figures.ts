import fs from 'node:fs/promises';
import { say } from '../progress.ts';

/** One figure of a bench. One without a limit only tells. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  limit: number | null;
  holds: boolean;
}

/** The value below which a share of all lie; `share` 0.5 is the median, 1 the greatest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** A figure that must not exceed its limit. */
export const atMost = (name: string, unit: string, value: number, limit: number | null): Row => ({
  name,
  unit,
  value: Math.round(value * 10) / 10,
  limit,
  holds: limit === null || value <= limit,
});

/** Prints the figures as a table, and writes them as JSON where a file is named. Returns whether every limit holds. */
export async function present(rows: readonly Row[], file?: string): Promise<boolean> {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, unit, limit, holds } of rows) {
    const bound = limit === null ? '' : `at most ${limit}${holds ? '' : '   DOES NOT HOLD'}`;
    say(`${name.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(3)}  ${bound}`.trimEnd());
  }
  if (file) await fs.writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
  return rows.every(({ holds }) => holds);
}
