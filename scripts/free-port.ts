import { randomInt } from 'node:crypto';
import net from 'node:net';

/**
 * Ports that no system gives anybody by itself, for a connection that goes out or a server that takes any: of those, one that is
 * free now may be taken a moment later.
 */
const range = [20_000, 32_768] as const;

/** A port of the host that is free: for what must know its port before it listens. */
export async function freePort(host: string): Promise<number> {
  for (;;) {
    const port = randomInt(...range);
    if (!(await isTaken(port, host))) return port;
  }
}

/** Whether something else listens there. */
export async function isTaken(port: number, host: string): Promise<boolean> {
  const server = net.createServer();
  try {
    await listen(server, port, host);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return true;
    throw error;
  } finally {
    server.close();
  }
}

function listen(server: net.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
