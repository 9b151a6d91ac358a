/*
 * Preloaded into what we start: when whoever started it is gone, killed even, it has some seconds to stop in good order,
 * and then goes with everything that it started itself. Those inherit this file and are left alone: a worker that has
 * nothing but its channel to live for would end without a word if the channel were let go of.
 */
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const graceMs = 5_000;

function end() {
  try {
    // Fails where this process does not lead a group.
    process.kill(-process.pid, 'SIGKILL');
  } finally {
    process.exit(1);
  }
}

if (isMainThread && process.channel && process.env['DATELINE_PARENT'] === String(process.ppid)) {
  process.once('disconnect', () => setTimeout(end, graceMs).unref());
  // To listen must not keep alive what has nothing more to do.
  process.channel.unref();
}
