const codes = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|08|57P0|53)/;
const messages =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|cannot connect to Postgres|pool after calling end|Client was closed|not queryable|not currently accepting connections/i;

/** Whether an error, or what caused it, says that the database cannot be reached at the moment. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 8) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (codes.test(code) || messages.test(error.message)) return true;
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.some((cause) => isUnavailable(cause, depth + 1));
}
