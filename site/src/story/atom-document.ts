import { routes } from '@dateline/shared/routes';
import type { Settings } from '@dateline/shared/settings';
import { escapeXml } from './xml.ts';

interface AtomDocument {
  /** Where it stands, which is its id too. */
  self: string;
  /** The page that says the same. */
  alternate: string;
  title: string;
  subtitle?: string;
  language: string;
  updated: string;
  settings: Settings;
  origin: string;
  entries: readonly string[];
}

/** A feed of RFC 4287 around its entries. It needs an author (4.1.1), where an entry has none: the newsroom. */
export function atomDocument(feed: AtomDocument): string {
  const { self, alternate, title, subtitle, language, updated, settings, origin, entries } = feed;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${escapeXml(language)}">`,
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    subtitle && `<subtitle>${escapeXml(subtitle)}</subtitle>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(alternate)}"/>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(settings.name)}</name><uri>${escapeXml(origin + routes.home)}</uri></author>`,
    ...entries,
    '</feed>',
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
