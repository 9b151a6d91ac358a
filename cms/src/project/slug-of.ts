const longest = 80;

/**
 * A title as a part of an address: lower case, Latin letters without their marks, letters of every
 * other script as they are, everything else a hyphen. Empty where nothing is left.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .split(/[^\p{Ll}\p{Lo}\p{M}\p{N}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > longest && slug !== '') break;
    slug = longer;
  }
  return slug
    .slice(0, longest)
    .toWellFormed()
    .replace(/[\uFFFD-]+$/, '');
}
