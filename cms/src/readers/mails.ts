import { escapeHtml } from '@dateline/shared/html';

/** What a mail says, in both forms. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/**
 * Nothing of what was typed stands in these, the name least of all: else anybody could have the newsroom
 * send their words to any address.
 */
function mail(subject: string, paragraphs: readonly string[], link: { url: string; label: string }): Mail {
  const [first = '', ...rest] = paragraphs;
  const html = [
    `<p>${escapeHtml(first)}</p>`,
    `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`,
    ...rest.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
  ].join('\n');
  return { subject, text: [first, link.url, ...rest].join('\n\n') + '\n', html };
}

/** To an address that was unknown until now. */
export const confirmAddress = (newsroom: string, url: string) =>
  mail(
    `Confirm your address for ${newsroom}`,
    [
      `Somebody, most likely you, registered at ${newsroom} with this address. Open this page and confirm it:`,
      'The link works once, and for a day.',
      'If it was not you, do nothing: without it the account stays closed.',
    ],
    { url, label: 'Confirm this address' },
  );

/** To an address that has an account, so that only its owner learns that it has. */
export const registeredAlready = (newsroom: string, url: string) =>
  mail(
    `You have an account at ${newsroom}`,
    [
      `Somebody, most likely you, registered at ${newsroom} with this address. It has an account already, so log in instead:`,
      'Your account is as it was. If it was not you, do nothing.',
    ],
    { url, label: 'Log in' },
  );
