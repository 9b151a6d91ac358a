import { commentOrders, type CommentOrder } from '@dateline/shared/comment-order';

const kept = 'dateline-order';

/** The order that a reader chose before, in whatever thread. */
export function chosenOrder(storage: Pick<Storage, 'getItem'> | undefined): CommentOrder {
  const chosen = storage?.getItem(kept);
  return chosen && Object.hasOwn(commentOrders, chosen) ? (chosen as CommentOrder) : 'newest';
}

/** A choice of orders. @param choose Is told of each new one. */
export function drawOrders(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  choose: (order: CommentOrder) => void,
): HTMLElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const [order, name] of Object.entries(commentOrders)) select.add(new Option(name, order));
  select.value = chosenOrder(storage);
  select.addEventListener('change', () => {
    storage?.setItem(kept, select.value);
    choose(select.value as CommentOrder);
  });
  label.className = 'order';
  label.append('Order ', select);
  return label;
}
