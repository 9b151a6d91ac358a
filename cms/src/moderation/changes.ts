import { isDeepStrictEqual } from 'node:util';

interface Change {
  before: string;
  after: string;
}

type Rules = Readonly<Record<string, unknown>> | undefined;

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isList = (value: unknown) => typeof value === 'object' && value !== null;

/** `links: 2`; of a list its name alone, which may hold what nobody should read twice. */
const say = (name: string, value: unknown) =>
  isList(value) ? name : `${name}: ${isNothing(value) ? 'none' : String(value)}`;

/** What rules say otherwise than before, in the words of the log, each by its field's name. */
export function changesBetween(before: Rules, after: Rules): Change[] {
  return Object.keys(after ?? {})
    .map((name) => ({ name, was: before?.[name] ?? null, is: after?.[name] ?? null }))
    .filter(({ was, is }) => !(isNothing(was) && isNothing(is)) && !isDeepStrictEqual(was, is))
    .map(({ name, was, is }) =>
      isList(was) || isList(is) ? { before: name, after: name } : { before: say(name, was), after: say(name, is) },
    );
}
