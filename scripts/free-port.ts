import net from 'node:net';

/** A port of the host that was free a moment ago: for what must know its port before it listens. */
export async function freePort(host: string): Promise<number> {
  const server = net.createServer();
  const port = await listen(server, 0, host);
  await new Promise((resolve) => server.close(resolve));
  return port;
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

function listen(server: net.Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as net.AddressInfo).port));
  });
}
