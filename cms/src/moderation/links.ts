import { htmlOn } from '../project/comment-html.ts';
import { commentText } from '../project/comment-text.ts';

const written = /(?:https?:\/\/|\bwww\.)([^\s<>"'/?#:]*)/gi;
const linked = /<a href="([^"]*)"[^>]*>.*?<\/a>/g;

/** A host as browsers ask for it: what is not ASCII in Punycode, in lower case, without the dot at its end. */
export function plainHost(host: string): string {
  const bare = host.slice(host.lastIndexOf('@') + 1);
  return (URL.parse(`http://${bare}`)?.hostname ?? bare.toLowerCase()).replace(/\.+$/, '');
}

const writtenIn = (text: string) =>
  Array.from(text.normalize('NFKC').matchAll(written), ([, host = '']) => plainHost(host));

/**
 * The hosts that a comment links to, once for each link: what becomes a link when it is shown, however its address is
 * written, and addresses that stay text.
 */
export function linkedHosts(body: string, ownHost: string): string[] {
  const html = htmlOn(body, ownHost);
  const links = Array.from(html.matchAll(linked), ([, href = '']) =>
    plainHost(href.replace(/^https?:\/\/([^/?#]*).*$/i, '$1')),
  );
  return [...links, ...writtenIn(commentText(html)).filter((host) => !links.includes(host))];
}

/** Whether a host is a domain or below it: compared at the dots, so that `notspam.example` is not `spam.example`. */
export const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);
