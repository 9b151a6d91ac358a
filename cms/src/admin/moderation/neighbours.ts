/** What stands after an item in a list, or before it at the end, of those that are not gone; null where nothing does. */
export function neighbourOf<Item extends { id: string }>(
  items: readonly Item[],
  id: string | null,
  gone: ReadonlySet<string>,
): string | null {
  const at = items.findIndex((item) => item.id === id);
  const stays = (item: Item) => item.id !== id && !gone.has(item.id);
  return (items.slice(at + 1).find(stays) ?? items.slice(0, Math.max(0, at)).findLast(stays))?.id ?? null;
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
