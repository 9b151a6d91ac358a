/** What a key does in the queue. */
export const keys = {
  j: { act: 'next', label: 'Next' },
  k: { act: 'previous', label: 'Previous' },
  a: { act: 'approve', label: 'Approve' },
  r: { act: 'refuse', label: 'Refuse, with a reason' },
  p: { act: 'pin', label: 'Pin, or unpin' },
  e: { act: 'pick', label: 'Editor’s pick, or no longer' },
  x: { act: 'select', label: 'Choose for several at once' },
  c: { act: 'choose-all', label: 'Choose all shown, or none' },
  u: { act: 'undo', label: 'Undo' },
} as const;

export type KeyAct = (typeof keys)[keyof typeof keys]['act'];

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Whether it is held down. */
  repeat: boolean;
}

/**
 * What a key press does; undefined where somebody writes, or the key belongs to the browser. A key that is held down goes
 * through the queue, and decides nothing.
 * @param isTyping Whether the focus is where text goes.
 */
export function actOf({ key, ctrlKey, metaKey, altKey, repeat }: Pressed, isTyping: boolean): KeyAct | undefined {
  if (isTyping || ctrlKey || metaKey || altKey) return undefined;
  const known = key.toLowerCase();
  const act = Object.hasOwn(keys, known) ? keys[known as keyof typeof keys].act : undefined;
  return repeat && act !== 'next' && act !== 'previous' ? undefined : act;
}
