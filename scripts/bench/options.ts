import { parseArgs } from 'node:util';
import { Sentence } from '../sentence.ts';

export interface Options {
  /** How many articles each archive has, the smallest first. */
  sizes: number[];
  /** How often each kind of publish is measured at each size. */
  rounds: number;
  /** How often at the desk of the sample newsroom; 0 for not at all. */
  deskRounds: number;
  /** Whether a site is built with compressed siblings too. */
  compresses: boolean;
  /** At which size other generators build the same site; undefined where none do. */
  peersAt: number | undefined;
  /** What the archives are made up from. */
  seed: number;
  /** Where the figures are written to as JSON. */
  json: string | undefined;
}

const usage = `npm run bench:publish -- [--sizes 1000,10000,100000] [--quick] [--rounds 200] [--peers-at 100000] [--json FILE] [--seed 1]`;

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Sentence(`${text} is no whole number above 0: ${usage}`);
};

/** @param args What stands behind the command. Throws a {@link Sentence} that says how it is called. */
export function parseOptions(args: string[]): Options {
  const { quick, sizes: given, rounds, seed, json, 'peers-at': peersAt } = parse(args);
  const sizes = (given ?? (quick ? '1000,10000' : '1000,10000,100000')).split(',').map(wholeNumber);
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    rounds: wholeNumber(rounds ?? (quick ? '10' : '200')),
    deskRounds: quick ? 0 : 20,
    compresses: !quick,
    peersAt: quick ? undefined : peersAt === undefined ? Math.max(...sizes) : wholeNumber(peersAt),
    seed: wholeNumber(seed ?? '1'),
    json,
  };
}

function parse(args: string[]) {
  try {
    const options = {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      'peers-at': { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'string' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Sentence(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}
