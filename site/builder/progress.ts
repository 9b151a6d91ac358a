/** Where progress is shown: a terminal gets a bar that moves, anything else a line now and then. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;
const betweenLines = 2_000;

/** Shows how far a long step has come. */
export function progressOn(screen: Screen, label: string, clock: () => number = () => performance.now()) {
  let shownAt = clock();
  let shown = false;
  return {
    at(done: number, all: number): void {
      const now = clock();
      if (now - shownAt < (screen.isTTY ? 50 : betweenLines)) return;
      shownAt = now;
      shown = true;
      const filled = Math.round((done / all) * width);
      const line = screen.isTTY
        ? `\r${label} [${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${all}`
        : `${label}: ${done} of ${all}\n`;
      screen.write(line);
    },
    /** Ends the step with one line. */
    end(text: string): void {
      screen.write(`${screen.isTTY && shown ? '\r\x1b[K' : ''}${text}\n`);
    },
  };
}
