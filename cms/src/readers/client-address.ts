import { isIP } from 'node:net';

/**
 * Addresses by request, as the reader server saw them on its sockets. A header could be sent by anybody, and
 * under another server it would be believed; nothing that a client sends can get in here.
 */
const seen = new WeakMap<Request, string>();

/** Tells the endpoints who sent a request. The reader server calls it for each, before Payload is asked. */
export const rememberAddress = (request: Request, address: string) => seen.set(request, address);

/**
 * The client's address, or undefined where nobody trustworthy has named it.
 * @param hops How many proxies of the newsroom's own stand in front of whoever reads this.
 */
export function clientAddress(request: Request, hops: number): string | undefined {
  return seen.get(request) ?? forwardedAddress(request.headers.get('x-forwarded-for'), undefined, hops);
}

/**
 * Counts from the right, since only what one's own proxies have appended can be believed.
 * @param socket The other end of the connection, where that is known.
 */
export function forwardedAddress(forwardedFor: string | null | undefined, socket: string | undefined, hops: number) {
  const chain = hops > 0 ? (forwardedFor ?? '').split(',').map((part) => part.trim()) : [];
  const addresses = [...chain, ...(socket === undefined ? [] : [socket])];
  const address = addresses.at(socket === undefined ? -hops : -hops - 1) ?? socket;
  return address !== undefined && isIP(address) ? address : socket;
}

/** What a limit counts as one client: an IPv4 address, or the /64 of an IPv6 one, which is what one line is given. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array<string>(missing).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
