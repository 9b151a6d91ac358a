import {
  $applyNodeReplacement,
  DecoratorNode,
  type DOMConversionMap,
  type DOMExportOutput,
  type LexicalNode,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical';
import { isMention, type Mention, type SerializedMentionNode } from './mention-node.ts';

/** The mention as the server knows it: it is stored, validated and copied, and draws nothing. */
export class MentionServerNode extends DecoratorNode<unknown> {
  __mention: Mention;

  constructor(mention: Mention, key?: NodeKey) {
    super(key);
    this.__mention = mention;
  }

  static override getType(): string {
    return 'mention';
  }

  static override clone(node: MentionServerNode): MentionServerNode {
    return new this(node.__mention, node.__key);
  }

  static override importJSON({ kind, ref, text }: SerializedMentionNode): MentionServerNode {
    return $applyNodeReplacement(new this({ kind, ref, text }));
  }

  /** Pasting within the desk keeps the reference; what does not hold one stays plain text. */
  static override importDOM(): DOMConversionMap {
    return {
      'dl-mention': (element) => {
        const mention = {
          kind: element.getAttribute('kind'),
          ref: element.getAttribute('ref'),
          text: element.textContent,
        };
        if (!isMention(mention)) return null;
        return { conversion: () => ({ node: $applyNodeReplacement(new this(mention)) }), priority: 1 };
      },
    };
  }

  override exportJSON(): SerializedMentionNode {
    return { type: 'mention', version: 1, ...this.getMention() };
  }

  override exportDOM(): DOMExportOutput {
    const { kind, ref, text } = this.getMention();
    const element = document.createElement('dl-mention');
    element.setAttribute('kind', kind);
    element.setAttribute('ref', ref);
    element.textContent = text;
    return { element };
  }

  override createDOM(): HTMLElement {
    return document.createElement('span');
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): unknown {
    return null;
  }

  override getTextContent(): string {
    return this.getMention().text;
  }

  override isInline(): true {
    return true;
  }

  getMention(): Mention {
    return this.getLatest().__mention;
  }
}

export const $isMentionNode = (node: LexicalNode | null | undefined): node is MentionServerNode =>
  node instanceof MentionServerNode;
