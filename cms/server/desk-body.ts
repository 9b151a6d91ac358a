import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { describeProblem } from '@dateline/shared/problem';

const megabyte = 1024 * 1024;
/** In bytes. Payload reads JSON whole before it asks who sends it; forms with files it reads bit by bit, and no more than this of one. */
const most = { whole: 10 * megabyte, withFiles: 50 * megabyte };
/** In milliseconds: for so long is thrown away what still comes. A connection closed upon it would take the answer along. */
const lingering = 2_000;

const mostOf = ({ headers }: IncomingMessage) =>
  /^\s*multipart\//i.test(headers['content-type'] ?? '') ? most.withFiles : most.whole;

/** Whether a request says that its body is more than the desk takes. */
export const isTooLarge = (req: IncomingMessage) => Number(req.headers['content-length'] ?? 0) > mostOf(req);

/**
 * What is to be passed on of a request's body: the request itself where it has said a length, to which Node holds it.
 * @param refuse Called once, as soon as more has come than the desk takes. No more is passed on, and its end never comes.
 */
export function cappedBody(req: IncomingMessage, refuse: () => void): Transform | undefined {
  if (req.headers['transfer-encoding'] === undefined) return undefined;
  const limit = mostOf(req);
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, passOn) {
      size += chunk.length;
      if (size <= limit) return passOn(null, chunk);
      req.unpipe(counted);
      refuse();
    },
  });
  return req.pipe(counted);
}

/** Answers 413 and ends the connection. `errors` is where the desk's forms look for the sentence. */
export function refuseBody(req: IncomingMessage, res: ServerResponse): void {
  // Already answered: the rest belongs to nobody.
  if (res.headersSent) return void req.resume();
  const detail = 'The desk takes 10 MB at once, and 50 MB where there are files. Send less, or in parts.';
  const problem = describeProblem('too-large', { detail });
  const body = JSON.stringify({ ...problem, errors: [{ message: `${problem.title} ${detail}` }] });
  res.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  });
  res.write(body);
  const end = () => void res.end();
  const patience = setTimeout(end, lingering);
  req
    .once('close', () => clearTimeout(patience))
    .once('end', end)
    .resume();
}
