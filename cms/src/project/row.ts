/** A document as Payload reads it with `depth: 0`: what the database holds, references as ids. */
export interface Row {
  id: string;
  [field: string]: unknown;
}
