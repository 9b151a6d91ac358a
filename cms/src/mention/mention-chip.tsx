'use client';

import { useLexicalNodeSelection } from '@payloadcms/richtext-lexical/lexical/react/useLexicalNodeSelection';
import type { NodeKey } from '@payloadcms/richtext-lexical/lexical';
import { useMerges } from '../admin/use-merges.ts';
import type { Mention } from './mention-node.ts';

const kinds = { person: 'Person', place: 'Place' } as const;

/** A mention within the text: the words themselves, marked as a reference. */
export function MentionChip({ mention, nodeKey }: { mention: Mention; nodeKey: NodeKey }) {
  const [selected, select, clear] = useLexicalNodeSelection(nodeKey);
  const { merges } = useMerges();
  const merge = merges.find(({ person }) => person === mention.ref);
  const now = merge && (merge.standIn.name ?? 'somebody who was deleted');
  return (
    <span
      className={`dateline-mention dateline-mention--${mention.kind}`}
      data-ref={mention.ref}
      data-selected={selected || undefined}
      onClick={() => {
        clear();
        select(true);
      }}
      title={`${kinds[mention.kind]} mentioned here${now ? `: ${merge.name}, who is ${now} now` : ''}`}
    >
      {mention.text}
      {now && <span className="dateline-mention__now"> (now {now})</span>}
    </span>
  );
}
