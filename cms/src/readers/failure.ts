import { problems, type ChangedTerms, type NamedReader, type ProblemCode } from '@dateline/shared/problem';
import type { z } from 'zod';

interface More {
  /** What to do next, where the problem's own sentence does not say it. */
  detail?: string;
  /** What is wrong, by field. */
  fields?: Record<string, string>;
  /** What is to be agreed to first. */
  terms?: ChangedTerms;
  /** Who is logged in, where the page says somebody else. */
  reader?: NamedReader;
  /** Seconds. */
  retryAfter?: number;
  /** Headers of the answer, such as cookies that are of no use any more. */
  cookies?: string[];
  cause?: unknown;
}

/** A request that cannot be done, and what its reader is told of it. */
export class ReaderFailure extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly fields: Record<string, string> | undefined;
  readonly terms: ChangedTerms | undefined;
  readonly reader: NamedReader | undefined;
  readonly retryAfter: number | undefined;
  readonly cookies: string[];

  constructor(code: ProblemCode, more: More = {}) {
    super(problems[code][1], { cause: more.cause });
    this.name = 'ReaderFailure';
    this.code = code;
    this.detail = more.detail;
    this.fields = more.fields;
    this.terms = more.terms;
    this.reader = more.reader;
    this.retryAfter = more.retryAfter;
    this.cookies = more.cookies ?? [];
  }
}

/**
 * The input as the contract has it.
 * @throws ReaderFailure `invalid-input` with a sentence for each field that is wrong.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? 'body')] ??= issue.message;
  throw new ReaderFailure('invalid-input', { fields });
}
