import type { Child } from '../../child.ts';
import { startReady } from '../started.ts';

/** The reader server, as in production, on a port of loopback. */
export interface ReaderServer {
  pid: number;
  feedPort: number;
  /** Kills it, as a failing machine would. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts it. It is there when it listens; Payload is loaded meanwhile. */
export async function startReaderServer(env: Record<string, string>): Promise<ReaderServer> {
  let feedPort = 0;
  const child: Child = await startReady('cms/server/main.ts', {
    env,
    onMessage: (message) => (feedPort = (message as { feedPort?: number }).feedPort ?? feedPort),
  });
  return {
    pid: child.process.pid ?? 0,
    feedPort,
    kill: async () => {
      child.process.kill('SIGKILL');
      await child.ended;
    },
    stop: () => child.stop(),
  };
}
