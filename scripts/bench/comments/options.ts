import { parseArgs } from 'node:util';
import { Sentence } from '../../sentence.ts';

export interface CommentOptions {
  /** How long each kind of work is measured, at each number of connections. */
  seconds: number;
  /** How many registrations and logins are measured. */
  ways: number;
  /** How many comments the long thread has. */
  longThread: number;
  /** At which numbers of connections another comment server does the same work; none where it is left out. */
  peerAt: number[];
  /** Where the figures are written to as JSON. */
  json: string | undefined;
}

const usage = 'npm run bench:comments -- [--quick] [--seconds 10] [--no-peer] [--json FILE]';

/** @param args What stands behind the command. Throws a {@link Sentence} that says how it is called. */
export function parseCommentOptions(args: string[]): CommentOptions {
  const { quick, seconds, json, 'no-peer': alone } = parse(args);
  const given = Number(seconds ?? (quick ? '3' : '10'));
  if (!Number.isSafeInteger(given) || given < 1) throw new Sentence(`${seconds} is no number of seconds: ${usage}`);
  return {
    seconds: given,
    ways: quick ? 100 : 500,
    longThread: quick ? 10_000 : 100_000,
    peerAt: alone ? [] : quick ? [50] : [10, 50, 500],
    json,
  };
}

function parse(args: string[]) {
  try {
    const options = {
      quick: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      'no-peer': { type: 'boolean', default: false },
      json: { type: 'string' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Sentence(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}
