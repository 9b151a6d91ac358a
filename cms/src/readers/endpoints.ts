import type { Endpoint } from 'payload';
import type { ReaderOptions } from './options.ts';

/** The reader API as Payload root endpoints, under `/reader/`. */
export function readerEndpoints(_options: ReaderOptions): Endpoint[] {
  return [];
}
