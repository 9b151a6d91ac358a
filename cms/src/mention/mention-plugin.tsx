'use client';

import type { TextNode } from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalTypeaheadMenuPlugin';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useMemo, useState } from 'react';
import { $replaceByMention } from './insert-mention.ts';
import { MentionMenu } from './mention-menu.tsx';
import { mentionCollections, type MentionKind } from './mention-node.ts';
import { menuOptions, type MentionOption } from './mention-option.ts';
import { matchMention } from './mention-query.ts';
import { tidySpaceAfterMentions } from './tidy-space.ts';
import { useCreation } from './use-creation.tsx';
import { useFound } from './use-found.ts';

const kinds = Object.keys(mentionCollections) as MentionKind[];

/** The menu that `@` opens in a text: people and places by name or alias, or a new one of that name. */
export function MentionPlugin() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => tidySpaceAfterMentions(editor), [editor]);
  const [query, setQuery] = useState<string | null>(null);
  const { found, state } = useFound(query);
  const { permissions } = useAuth();
  const person = useCreation(editor, 'person');
  const place = useCreation(editor, 'place');

  const options = useMemo(() => {
    const creatable = kinds.filter((kind) => permissions?.collections?.[mentionCollections[kind]]?.create);
    return menuOptions(found, query ?? '', state === 'done' ? creatable : []);
  }, [found, permissions, query, state]);

  function choose({ choice }: MentionOption, words: TextNode | null, close: () => void) {
    close();
    if (words === null) return;
    if (choice.act === 'mention') {
      const { kind, id, name } = choice.found;
      $replaceByMention(words, { kind, ref: id, text: name });
    } else {
      const creation = choice.kind === 'person' ? person : place;
      creation.open({ name: choice.name, words: words.getTextContent() });
    }
  }

  return (
    <>
      <LexicalTypeaheadMenuPlugin<MentionOption>
        anchorClassName="dateline-menu-anchor"
        menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) => (
          <MentionMenu
            anchor={anchor}
            highlight={setHighlightedIndex}
            options={options}
            pick={selectOptionAndCleanUp}
            selected={selectedIndex}
            state={state}
          />
        )}
        onQueryChange={setQuery}
        onSelectOption={choose}
        options={options}
        // Under a drawer the words still stand in the text; its menu would lie over it.
        triggerFn={(text) => (person.isOpen() || place.isOpen() ? null : matchMention(text))}
      />
      {person.drawer}
      {place.drawer}
    </>
  );
}
