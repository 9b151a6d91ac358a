import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** One request to be sent. */
export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Answered {
  status: number;
  body: string;
  retryAfter: string | undefined;
}

/** A client that keeps so many connections, of its own. */
export function openClient(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  return {
    /** Throws where there is no answer. */
    send: ({ method, path, headers, body }: Shot): Promise<Answered> =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const sent = request(
          { host: '127.0.0.1', port, agent, method, path, headers: { ...headers, ...length } },
          (answer) => {
            const { statusCode = 0 } = answer;
            text(answer).then(
              (whole) => resolve({ status: statusCode, body: whole, retryAfter: answer.headers['retry-after'] }),
              reject,
            );
          },
        );
        sent.once('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export type Client = ReturnType<typeof openClient>;

/** What came of a load. */
export interface Load {
  /** How long each good answer took, in milliseconds. */
  took: number[];
  /** How often there was another answer, or none, by what it was. */
  failures: Map<string, number>;
  seconds: number;
}

export interface Drive {
  port: number;
  connections: number;
  /** When it ends: after so many milliseconds, or so many requests. */
  until: { ms: number } | { count: number };
  next: () => Shot;
  isGood: (answer: Answered) => boolean;
  signal: AbortSignal;
}

/** Keeps so many connections busy, each with one request after the other. */
export async function drive({ port, connections, until, next, isGood, signal }: Drive): Promise<Load> {
  const client = openClient(port, connections);
  const took: number[] = [];
  const failures = new Map<string, number>();
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
  const began = performance.now();
  let sent = 0;
  const goesOn = () => !signal.aborted && ('ms' in until ? performance.now() - began < until.ms : sent < until.count);
  const worker = async () => {
    while (goesOn()) {
      sent++;
      const shot = next();
      const at = performance.now();
      try {
        const answer = await client.send(shot);
        if (isGood(answer)) took.push(performance.now() - at);
        else fail(`${answer.status} ${answer.body.slice(0, 120)}`);
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  client.close();
  signal.throwIfAborted();
  return { took, failures, seconds: (performance.now() - began) / 1_000 };
}

export const failuresOf = ({ failures }: Load) => [...failures.values()].reduce((sum, count) => sum + count, 0);

/** Several loads as one. */
export function together(loads: readonly Load[]): Load {
  const failures = new Map<string, number>();
  for (const load of loads)
    for (const [what, count] of load.failures) failures.set(what, (failures.get(what) ?? 0) + count);
  return {
    took: loads.flatMap(({ took }) => took),
    failures,
    seconds: loads.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
