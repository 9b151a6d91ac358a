const address = /(https?:\/\/\S+)/i;

/** Text in which nothing is a mark of ours: `5 * 3 * 2` is no emphasis. Addresses stay as they are. */
export const escapeMarks = (text: string): string =>
  text
    .split(address)
    .map((part, at) => (at % 2 === 1 ? part : escapePart(part)))
    .join('');

const escapePart = (text: string) =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\](?=\()/g, '\\]');

/** A link with its words; a bare address where they are that. */
export const linkTo = (href: string, said: string): string => {
  const to = href.replace(/[\s()<>\\]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return said === href ? said : `[${said.replace(/(?<!\\)[[\]]/g, '\\$&')}](${to})`;
};
