import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical';
import type { Mention } from './mention-node.ts';
import { MentionNode } from './mention-node-client.tsx';

/** Puts a mention in the place of the words that looked for it, and the caret after it. */
export function $replaceByMention(words: TextNode, mention: Mention): void {
  const node = new MentionNode(mention);
  words.replace(node);
  // The caret needs a text to stand in; what is typed next goes there.
  const next = node.getNextSibling();
  if ($isTextNode(next)) next.select(0, 0);
  else {
    const space = $createTextNode(' ');
    node.insertAfter(space);
    space.select(1, 1);
  }
}

/** The same, later: looks for the words again, since the text may have changed while a drawer was open. */
export function $replaceWordsByMention(words: string, mention: Mention): void {
  for (const text of $getRoot().getAllTextNodes()) {
    const start = text.getTextContent().indexOf(words);
    if (start < 0) continue;
    const [first, second] = text.splitText(start, start + words.length);
    const found = start === 0 ? first : second;
    if (found) $replaceByMention(found, mention);
    return;
  }
}

/** Opens the menu as typing `@` does: at the caret, or for the words that are selected. */
export function openMentionMenu(editor: LexicalEditor): void {
  editor.focus(() => {
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const words = selection.getTextContent().replace(/\s+/g, ' ').trim();
      const [from] = selection.isBackward() ? [selection.focus] : [selection.anchor];
      const before = from.type === 'text' ? from.getNode().getTextContent().slice(0, from.offset) : '';
      selection.insertText(`${/[^\s(“"]$/u.test(before) ? ' ' : ''}@${words}`);
    });
  });
}
