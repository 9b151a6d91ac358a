/** The compressed files that stand beside a file of text, the smallest first. */
export const codings = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
] as const;

export type Coding = (typeof codings)[number]['coding'] | 'identity';

/** What a client's header weighs each coding with, 0 to 1 (RFC 9110, 12.4.2). */
function weightsOf(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (name === '') continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1) : 0);
  }
  return weights;
}

/**
 * The codings that a client takes, the one to try first at the head (RFC 9110, 12.5.3). `identity` comes last and is
 * always among them, unless the client prefers it: where nothing else is there, bytes as they are beat none.
 * @param header `Accept-Encoding`; undefined where the client sent none.
 */
export function acceptedCodings(header: string | undefined): Coding[] {
  if (header === undefined) return ['identity'];
  const weights = weightsOf(header);
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const plain = weights.get('identity') ?? 0;
  const wanted = codings
    .map(({ coding }) => ({ coding, weight: weightOf(coding) }))
    .filter(({ weight }) => weight > 0 && weight >= plain)
    .sort((a, b) => b.weight - a.weight);
  return [...wanted.map(({ coding }) => coding), 'identity'];
}
