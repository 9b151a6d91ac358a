import { element, textNode, type InlineNode } from './lexical.ts';

/** Finds the ids of what a body names. Each throws where there is no such thing. */
export interface References {
  person: (slug: string) => string;
  place: (slug: string) => string;
  picture: (name: string) => string;
}

const token =
  /@(?<person>[a-z0-9-]+)\[(?<personText>[^\]]+)\]|#(?<place>[a-z0-9-]+)\[(?<placeText>[^\]]+)\]|\[(?<linkText>[^\]]+)\]\((?<url>[^)\s]+)\)|\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*/g;

/**
 * One line of text with its marks: `@slug[a person]`, `#slug[a place]`, `[a link](/to/)`, `**bold**`, `*italic*`.
 * @param nextId Gives each link the id that Payload wants of nodes with fields.
 */
export function parseInline(text: string, references: References, nextId: () => string): InlineNode[] {
  const nodes: InlineNode[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) nodes.push(textNode(text.slice(end, match.index)));
    nodes.push(markedNode(match.groups ?? {}, references, nextId));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(textNode(text.slice(end)));
  return nodes;
}

function markedNode(
  mark: Record<string, string | undefined>,
  references: References,
  nextId: () => string,
): InlineNode {
  if (mark.person && mark.personText) {
    return { type: 'mention', version: 1, kind: 'person', ref: references.person(mark.person), text: mark.personText };
  }
  if (mark.place && mark.placeText) {
    return { type: 'mention', version: 1, kind: 'place', ref: references.place(mark.place), text: mark.placeText };
  }
  if (mark.linkText && mark.url) {
    const fields = { linkType: 'custom', newTab: false, url: mark.url } as const;
    return { type: 'link', ...element(3), id: nextId(), fields, children: [textNode(mark.linkText)] };
  }
  return mark.bold ? textNode(mark.bold, 1) : textNode(mark.italic ?? '', 2);
}
