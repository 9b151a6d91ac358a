import { escapeHtml } from '@dateline/shared/html';

/** What a mail says, in both forms. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
  /** Where a POST ends mails of this kind (RFC 8058), for those that are not about the account itself. */
  unsubscribe?: string;
}

export interface MailLink {
  url: string;
  label: string;
}

/** A part of a mail: a paragraph, somebody's own words, or a link that stands alone. */
export type MailPart = string | { quote: string } | MailLink;

const colours = [
  ':root{color-scheme:light dark}',
  'body{margin:0;padding:24px 16px;background:#fdfdfb;color:#15191a;font:16px/1.5 Georgia,serif}',
  'main{max-width:560px;margin:0 auto}',
  '.name{font:700 20px/1.2 Georgia,serif;padding-bottom:12px;border-bottom:2px solid #15191a}',
  'a{color:#00574b}',
  '.button{display:inline-block;padding:10px 18px;background:#00574b;color:#fff;text-decoration:none;font:600 16px/1.3 Arial,sans-serif}',
  'blockquote{margin:16px 0;padding:2px 0 2px 14px;border-left:3px solid #00574b;white-space:pre-line}',
  '.foot{margin-top:28px;padding-top:12px;border-top:1px solid #d3d7d1;color:#4a5254;font:13px/1.5 Arial,sans-serif}',
  '@media (prefers-color-scheme:dark){body{background:#121617;color:#e9ebe6}.name{border-color:#8b9594}a{color:#7fcdb8}',
  '.button{background:#7fcdb8;color:#0c1413}blockquote{border-color:#7fcdb8}.foot{color:#a9b2b1;border-color:#343c3d}}',
].join('');

const asText = (part: MailPart) => {
  if (typeof part === 'string') return part;
  if ('quote' in part) return part.quote.replace(/^/gm, '> ');
  return part.url;
};

function asHtml(part: MailPart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`;
  if ('quote' in part) return `<blockquote>${escapeHtml(part.quote)}</blockquote>`;
  return `<p><a class="button" href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a></p>`;
}

/**
 * A mail in both forms, the same in each. It needs nothing from anywhere: no image, no font, no script.
 * @param foot What stands small at its end.
 */
export function layMail(
  newsroom: string,
  subject: string,
  parts: readonly MailPart[],
  foot: readonly MailPart[] = [],
): Mail {
  const small = foot.map((part) =>
    typeof part === 'string' || 'quote' in part
      ? asHtml(part)
      : `<p><a href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a></p>`,
  );
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${colours}</style></head><body><main>`,
    `<p class="name">${escapeHtml(newsroom)}</p>`,
    ...parts.map(asHtml),
    small.length > 0 ? `<div class="foot">${small.join('')}</div>` : '',
    '</main></body></html>',
  ].join('\n');
  const end = foot.map((part) =>
    typeof part === 'string' || 'quote' in part ? asText(part) : `${part.label}: ${part.url}`,
  );
  const text = [...parts.map(asText), ...(end.length > 0 ? ['-- ', ...end] : [])].join('\n\n') + '\n';
  return { subject, text, html };
}
