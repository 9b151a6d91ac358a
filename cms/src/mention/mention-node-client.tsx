'use client';

import type { DOMConversionMap } from '@payloadcms/richtext-lexical/lexical';
import type { ReactElement } from 'react';
import { MentionServerNode } from './lexical-mention.ts';
import { MentionChip } from './mention-chip.tsx';
import type { SerializedMentionNode } from './mention-node.ts';

/** The mention as the editor draws it. */
export class MentionNode extends MentionServerNode {
  static override clone(node: MentionNode): MentionNode {
    return new this(node.__mention, node.__key);
  }

  static override getType(): string {
    return super.getType();
  }

  // Lexical looks for each of these on the class itself, and puts a default of its own in the place of an inherited one.
  static override importJSON(json: SerializedMentionNode): MentionServerNode {
    return super.importJSON(json);
  }

  static override importDOM(): DOMConversionMap {
    return super.importDOM();
  }

  override decorate(): ReactElement {
    return <MentionChip mention={this.getMention()} nodeKey={this.getKey()} />;
  }
}
