import { commentOrders, type CommentOrder } from '@dateline/shared/comment-order';
import { words } from './words.ts';

const kept = 'dateline-order';

/** The order that a reader chose before, in whatever thread. */
function chosenOrder(storage: Pick<Storage, 'getItem'> | undefined): CommentOrder {
  const chosen = storage?.getItem(kept);
  return commentOrders.find((order) => order === chosen) ?? 'newest';
}

/**
 * A choice of orders.
 * @param show Shows one, the chosen one before this page too. Resolves with whether it could.
 */
export function drawOrders(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  show: (order: CommentOrder) => Promise<boolean>,
): HTMLElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  let shown: CommentOrder = 'newest';
  const turn = async () => {
    const order = select.value as CommentOrder;
    if (await show(order)) {
      shown = order;
      storage?.setItem(kept, order);
    }
    // Another may have been chosen since.
    else if (select.value === order) select.value = shown;
  };
  for (const order of commentOrders) select.add(new Option(words.orders[order], order));
  select.value = chosenOrder(storage);
  select.addEventListener('change', () => void turn());
  label.className = 'order';
  label.append(`${words.order} `, select);
  if (select.value !== shown) void turn();
  return label;
}
