export type Mark = 'pinned' | 'pick';

interface Markable {
  status?: unknown;
  root?: unknown;
}

const isPublic = ({ status }: Markable) => status === 'published';

/** Whether a comment can bear a mark: it must be public, and only what begins a conversation is pinned. */
export const canBear: Record<Mark, (comment: Markable) => boolean> = {
  pinned: (comment) => isPublic(comment) && !comment.root,
  pick: isPublic,
};
