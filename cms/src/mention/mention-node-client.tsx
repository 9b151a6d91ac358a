'use client';

import type { ReactElement } from 'react';
import { MentionServerNode } from './lexical-mention.ts';
import { MentionChip } from './mention-chip.tsx';

/** The mention as the editor draws it. */
export class MentionNode extends MentionServerNode {
  static override clone(node: MentionNode): MentionNode {
    return new this(node.__mention, node.__key);
  }

  static override getType(): string {
    return super.getType();
  }

  override decorate(): ReactElement {
    return <MentionChip mention={this.getMention()} nodeKey={this.getKey()} />;
  }
}
