const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a comment says, without its marks: the text of the HTML that was made of it. */
export const commentText = (html: string): string =>
  html
    .replace(/<br>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (whole, name: string) => names[name] ?? whole)
    .trim();
