import { pageHeaders } from '@dateline/shared/page-headers';
import type { Departure } from '../snapshot/departures.ts';

/** What a map says of an address where something was taken away. */
const gone = '410';

const mapOf = (departures: readonly Departure[], line: (from: string, to: string) => string) =>
  departures.map(({ from, to }) => line(decodeURIComponent(from), to ?? gone)).join('');

/**
 * Maps of former addresses to be included in a web server's configuration, by file name: each line names where an address
 * leads, or says `410`. Servers look addresses up decoded. A slug holds nothing that they would not take for itself.
 */
export const departureMaps = (departures: readonly Departure[]): Record<string, string> => ({
  'departures.nginx': mapOf(departures, (from, to) => `"${from}" "${to}";\n`),
  // Caddy refuses to include a file without a line.
  'departures.caddy': `# Former addresses\n${mapOf(departures, (from, to) => `"${from}" "${to}"\n`)}`,
});

const headerLines = (line: (name: string, value: string) => string) =>
  Object.entries(pageHeaders)
    .map(([name, value]) => line(name, value))
    .join('');

/** The headers of every page, to be included in a web server's configuration, by file name. */
export const headerFiles: Readonly<Record<string, string>> = {
  'headers.nginx': headerLines((name, value) => `add_header ${name} "${value}" always;\n`),
  'headers.caddy': headerLines((name, value) => `header ${name} "${value}"\n`),
};
