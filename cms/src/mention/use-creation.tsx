'use client';

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useConfig, useDocumentDrawer } from '@payloadcms/ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { $replaceWordsByMention } from './insert-mention.ts';
import { mentionCollections, type Mention, type MentionKind } from './mention-node.ts';

/** What a text wants to mention and the newsroom does not know yet: its name, and the words that stand in the text. */
type Wanted = { name: string; words: string };

type Creation = { drawer: ReactElement; isOpen: () => boolean; open: (wanted: Wanted) => void };

/**
 * A drawer of Payload's in which a person or place is written without leaving the article.
 * What was saved in it is mentioned when it closes, since autosave, where it is on, saves many times before that.
 */
export function useCreation(editor: LexicalEditor, kind: MentionKind): Creation {
  const collectionSlug = mentionCollections[kind];
  const [Drawer, , { closeDrawer, isDrawerOpen, openDrawer }] = useDocumentDrawer({ collectionSlug });
  const { getEntityConfig } = useConfig();
  const [name, setName] = useState('');
  const wanted = useRef<Wanted | null>(null);
  const saved = useRef<Mention | null>(null);
  const wasOpen = useRef(false);

  useEffect(() => {
    if (isDrawerOpen === wasOpen.current) return;
    wasOpen.current = isDrawerOpen;
    if (isDrawerOpen) return;
    const mention = saved.current;
    const words = wanted.current?.words;
    saved.current = null;
    wanted.current = null;
    if (mention && words) editor.update(() => $replaceWordsByMention(words, mention));
    editor.focus();
  }, [editor, isDrawerOpen]);

  function remember(document: { id?: unknown; name?: unknown }) {
    if (!wanted.current || typeof document.id !== 'string' || !document.name) return;
    saved.current = { kind, ref: document.id, text: wanted.current.name };
    const { drafts } = getEntityConfig({ collectionSlug }).versions ?? {};
    const autosaves = typeof drafts === 'object' && Boolean(drafts.autosave);
    if (!autosaves) closeDrawer();
  }

  return {
    drawer: (
      <Drawer
        initialData={{ name }}
        onSave={({ doc, result }) => remember({ ...doc, ...result })}
        redirectAfterCreate={false}
      />
    ),
    isOpen: () => wanted.current !== null,
    open: (next) => {
      wanted.current = next;
      setName(next.name);
      openDrawer();
    },
  };
}
