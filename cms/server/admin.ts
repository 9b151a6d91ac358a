/** The desk: Next with Payload's admin, from a build made before, on loopback, behind whatever serves `/admin`. */
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import next from 'next';
import { env } from '../env.ts';
import { untilStopped } from './admin-lifecycle.ts';

const app = next({ dev: false, dir: dirname(import.meta.dirname), customServer: true });
await app.prepare().catch((error: unknown) => {
  process.stderr.write(
    `The desk's build in cms/${env.NEXT_DIST} cannot be served: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});

const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
// Only the front server connects, and it keeps its connections: one that ended here would fail what it sends just then.
server.keepAliveTimeout = 0;
server.on('error', (error) => {
  process.stderr.write(`The desk cannot listen on port ${env.ADMIN_PORT}: ${error.message}\n`);
  process.exit(1);
});
server.listen(env.ADMIN_PORT, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The desk is not listening on a port.');
  process.send?.({ ready: true, port: address.port });
});

await untilStopped();
server.close();
server.closeAllConnections();
await app.close();
process.exit(0);
