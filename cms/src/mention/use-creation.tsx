'use client';

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useDocumentDrawer } from '@payloadcms/ui';
import { useEffect, useRef, type ReactElement } from 'react';
import { $replaceWordsByMention } from './insert-mention.ts';
import { mentionCollections, type Mention, type MentionKind } from './mention-node.ts';

/** What a text wants to mention and the newsroom does not know yet: its name, and the words that stand in the text. */
export type Wanted = { name: string; words: string };

/**
 * A drawer of Payload's in which a person or place is written without leaving the article.
 * What was saved in it is mentioned when the drawer closes, since autosave saves many times before that.
 */
export function useCreation(
  editor: LexicalEditor,
  kind: MentionKind,
): { drawer: ReactElement; open: (wanted: Wanted) => void } {
  const [Drawer, , { isDrawerOpen, openDrawer }] = useDocumentDrawer({ collectionSlug: mentionCollections[kind] });
  const wanted = useRef<Wanted>({ name: '', words: '' });
  const saved = useRef<Mention | null>(null);

  useEffect(() => {
    const mention = saved.current;
    if (isDrawerOpen || mention === null) return;
    saved.current = null;
    editor.update(() => $replaceWordsByMention(wanted.current.words, mention));
    editor.focus();
  }, [editor, isDrawerOpen]);

  return {
    drawer: (
      <Drawer
        initialData={{ name: wanted.current.name }}
        onSave={({ doc, result }) => {
          const document: { id: unknown; name?: unknown } = { ...doc, ...result };
          if (typeof document.id !== 'string' || typeof document.name !== 'string' || document.name === '') return;
          saved.current = { kind, ref: document.id, text: wanted.current.name };
        }}
      />
    ),
    open: (next) => {
      wanted.current = next;
      openDrawer();
    },
  };
}
