import { killChildren, refuseChildren, stopChildren } from './child.ts';
import { say } from './progress.ts';
import { describe } from './run-to-end.ts';

/** Ctrl-C reaches us several times at once: from the terminal, from npm, from what started us. */
const onePressMs = 1_000;

/**
 * Runs something that lasts until it is told to stop, by Ctrl-C, SIGTERM, or the end of whoever started us; a second
 * Ctrl-C does not wait. Ends the process: with 0 where it was told to, with 1 and a sentence where it failed.
 * @param start Resolves, when all is up, to what stops it.
 */
export async function runUntilStopped(start: () => Promise<() => Promise<void>>): Promise<never> {
  let stoppingSince: number | undefined;
  const { promise: told, resolve } = Promise.withResolvers<void>();
  const tell = () => {
    if (stoppingSince === undefined) {
      stoppingSince = Date.now();
      say('Stopping …');
      resolve();
    } else if (Date.now() - stoppingSince > onePressMs) {
      killChildren();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell);
  process.once('disconnect', tell);

  const starting = start();
  try {
    const stop = await Promise.race([starting, told]);
    if (stop) {
      await told;
      await stop();
    } else {
      // Told to stop while starting: what it waits for ends now, so it fails and stops what was up already.
      refuseChildren();
      await stopChildren();
      await starting.then(
        (stopLate) => stopLate(),
        () => {},
      );
    }
    say('Stopped.');
    process.exit(0);
  } catch (error) {
    refuseChildren();
    await stopChildren(2_000);
    say(describe(error));
    process.exit(1);
  }
}
