/** What stands after an item in a list, or before it at the end; null where it stands alone or not at all. */
export function neighbourOf<Item extends { id: string }>(items: readonly Item[], id: string): string | null {
  const at = items.findIndex((item) => item.id === id);
  if (at === -1) return items[0]?.id ?? null;
  return (items[at + 1] ?? items[at - 1])?.id ?? null;
}

/** So many steps from an item on, no further than the ends. */
export function stepFrom<Item extends { id: string }>(
  items: readonly Item[],
  id: string | null,
  steps: 1 | -1,
): string | null {
  const at = items.findIndex((item) => item.id === id);
  if (at === -1) return items[0]?.id ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + steps))]?.id ?? null;
}
