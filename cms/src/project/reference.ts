/** The id of a related document, populated or not; null where there is none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id;
  return null;
}

/** The ids of related documents, each once, in order. */
export function idsOf(values: unknown): string[] {
  if (!Array.isArray(values)) return [];
  return [...new Set(values.map(idOf).filter((id) => id !== null))];
}

/** A text, trimmed; empty where there is none. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** A text, trimmed, or null where there is none. */
export const textOrNull = (value: unknown) => textOf(value) || null;

/** Texts of a list, trimmed, without empty ones. */
export const textsOf = (values: unknown): string[] => (Array.isArray(values) ? values.map(textOf).filter(Boolean) : []);

/** An instant in UTC; null where there is none. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The day of a date that was picked without a time. The desk keeps it as an instant near the middle of that day in UTC. */
export const dayOf = (value: unknown) => instantOf(value)?.slice(0, 10) ?? null;
