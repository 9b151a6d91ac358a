import { $getSelection, $isRangeSelection, TextNode, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { MentionNode } from './mention-node-client.tsx';

/** The space that a mention brings after it is one too many where a sign of punctuation or another space follows. */
const superfluous = /^ (?=[\s.,;:!?)\]}…’”])/u;

/** Takes away the space after a mention when what is typed next does not want it. */
export function tidySpaceAfterMentions(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (text) => {
    if (!superfluous.test(text.getTextContent()) || !(text.getPreviousSibling() instanceof MentionNode)) return;
    const selection = $getSelection();
    const caret =
      $isRangeSelection(selection) && selection.anchor.key === text.getKey() ? selection.anchor.offset : null;
    text.spliceText(0, 1, '');
    if (caret !== null) text.select(Math.max(0, caret - 1), Math.max(0, caret - 1));
  });
}
