import { MenuOption } from '@payloadcms/richtext-lexical/lexical/react/LexicalTypeaheadMenuPlugin';
import type { MentionKind } from './mention-node.ts';

/** A document that the menu offers. */
export type Found = { kind: MentionKind; id: string; name: string; note: string; draft: boolean };

/** A line of the menu: a document to mention, or the offer to write one of that name. */
export class MentionOption extends MenuOption {
  readonly choice: { act: 'mention'; found: Found } | { act: 'create'; kind: MentionKind; name: string };

  constructor(choice: MentionOption['choice']) {
    super(choice.act === 'mention' ? choice.found.id : `create-${choice.kind}`);
    this.choice = choice;
  }
}

/** The menu's lines for a query: what was found, and below it the offer to create, unless a name is met exactly. */
export function menuOptions(
  found: readonly Found[],
  query: string,
  creatable: readonly MentionKind[],
): MentionOption[] {
  const name = query.trim();
  const met = found.some((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const offers = name.length < 2 || met ? [] : creatable;
  return [
    ...found.map((one) => new MentionOption({ act: 'mention', found: one })),
    ...offers.map((kind) => new MentionOption({ act: 'create', kind, name })),
  ];
}
