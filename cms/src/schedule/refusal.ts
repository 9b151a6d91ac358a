import { APIError, ValidationError } from 'payload';

/** The sentences of an error that says why something is refused; null for any other, which may not come again. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof ValidationError) {
    return error.data.errors
      .map(({ label, message, path }) => `${typeof label === 'string' ? label : path}: ${message}`)
      .join(' ');
  }
  return error instanceof APIError && error.status < 500 ? error.message : null;
}
