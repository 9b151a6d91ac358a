import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { atEnd } from './at-end.ts';

/** Has a server listen on a free port of this machine. Returns where. */
export async function open(server: Server, host = '127.0.0.1'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

/** Closes a server, with whoever is still connected. */
export async function close(server: Server | HttpServer): Promise<void> {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Has a server listen on a free port of this machine until the test file is through. Returns where. */
export async function listen(server: Server | HttpServer, host?: string): Promise<string> {
  atEnd(() => close(server));
  return await open(server, host);
}

/** The port of such an address. */
export const portOf = (url: string) => Number(new URL(url).port);
