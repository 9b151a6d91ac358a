/** The nodes of Payload's Lexical JSON that the sample's bodies are made of. */

interface Element {
  direction: 'ltr' | null;
  format: '';
  indent: 0;
  version: number;
}

export interface TextNode {
  type: 'text';
  text: string;
  /** Lexical's bit field: 1 bold, 2 italic. */
  format: number;
  detail: 0;
  mode: 'normal';
  style: '';
  version: 1;
}

interface MentionNode {
  type: 'mention';
  version: 1;
  kind: 'person' | 'place';
  ref: string;
  text: string;
}

interface LinkNode extends Element {
  type: 'link';
  id: string;
  fields: { linkType: 'custom'; newTab: false; url: string };
  children: TextNode[];
}

export type InlineNode = TextNode | MentionNode | LinkNode;

interface ParagraphNode extends Element {
  type: 'paragraph';
  textFormat: 0;
  textStyle: '';
  children: InlineNode[];
}

interface HeadingNode extends Element {
  type: 'heading';
  tag: 'h2' | 'h3';
  children: InlineNode[];
}

interface ListItemNode extends Element {
  type: 'listitem';
  value: number;
  children: InlineNode[];
}

interface ListNode extends Element {
  type: 'list';
  listType: 'bullet' | 'number';
  tag: 'ul' | 'ol';
  start: 1;
  children: ListItemNode[];
}

interface UploadNode {
  type: 'upload';
  version: 3;
  id: string;
  format: '';
  relationTo: 'media';
  value: string;
  fields: Record<string, never>;
}

interface QuoteBlockNode {
  type: 'block';
  version: 2;
  format: '';
  fields: {
    id: string;
    blockName: '';
    blockType: 'quote';
    text: string;
    speaker: string | null;
    source: string | null;
  };
}

export type BlockNode = ParagraphNode | HeadingNode | ListNode | UploadNode | QuoteBlockNode;

export interface LexicalBody {
  root: Element & { type: 'root'; children: BlockNode[] };
}

/** What every element node carries besides its type and children. */
export const element = (version = 1): Element => ({ direction: 'ltr', format: '', indent: 0, version });

export const textNode = (text: string, format = 0): TextNode => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
});
