const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The first words of a comment's HTML as text: at most `most` characters, cut between words where that can be. */
export function excerptOf(html: string, most = 90): string {
  const text = html
    .replace(/<\/?(?:p|br|blockquote)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => names[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= most) return text;
  // No character is more than two units long.
  const characters = Array.from(text.slice(0, 2 * (most + 1)));
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  return `${cut.replace(/\s\S{0,20}$/, '')}…`;
}
