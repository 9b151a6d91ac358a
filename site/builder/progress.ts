/** Where progress is shown: a terminal gets a bar that moves, anything else a line now and then. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;
const betweenLines = 2_000;
const betweenMoves = 50;

/** A duration in words that stay short: `46 s`, `3 min`. */
const inWords = (seconds: number) => (seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`);

/** Shows how far a long step has come, how fast it goes, and how long the rest will take at that rate. */
export function progressOn(screen: Screen, label: string, clock: () => number = () => performance.now()) {
  const begun = clock();
  let shownAt = begun;
  let shown = false;
  return {
    /** @param all Of how many; undefined where nobody knows. */
    at(done: number, all?: number): void {
      const now = clock();
      if (now - shownAt < (screen.isTTY ? betweenMoves : betweenLines)) return;
      shownAt = now;
      shown = true;
      const rate = (done / (now - begun)) * 1_000;
      const left = all === undefined || rate === 0 ? '' : `, ${inWords((all - done) / rate)} left`;
      const pace = `${Math.round(rate)}/s${left}`;
      if (!screen.isTTY) screen.write(`${label}: ${done}${all === undefined ? '' : ` of ${all}`}, ${pace}\n`);
      else if (all === undefined) screen.write(`\r\x1b[K${label} ${done}, ${pace}`);
      else {
        const filled = Math.round((done / all) * width);
        screen.write(`\r\x1b[K${label} [${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${all}, ${pace}`);
      }
    },
    /** Ends the step with one line. */
    end(text: string): void {
      screen.write(`${screen.isTTY && shown ? '\r\x1b[K' : ''}${text}\n`);
    },
  };
}
