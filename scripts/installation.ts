import type { Settings } from './env.ts';
import { freePort, isTaken } from './free-port.ts';
import { tryLock } from './lock.mjs';
import { Sentence } from './sentence.ts';

/** Keeps everybody else from starting with the same data until this process ends. */
export async function lockInstallation(dir: string): Promise<void> {
  if (await tryLock(`installation ${dir}`)) return;
  throw new Sentence(`Dateline is running with the data in ${dir}: stop it first, or set DATELINE_DIR and PORT.`);
}

/** The port that the settings ask for, or a free one where they ask for 0. */
export async function findPort({ PORT, HOST }: Settings): Promise<number> {
  if (PORT === 0) return freePort(HOST);
  if (await isTaken(PORT, HOST)) {
    throw new Sentence(
      `Port ${PORT} is taken: stop what listens there, or choose another one, such as PORT=${PORT + 1}.`,
    );
  }
  return PORT;
}
