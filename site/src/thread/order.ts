import { commentOrders, type CommentOrder } from '@dateline/shared/comment-order';
import { kept } from './kept.ts';
import { words } from './words.ts';

const name = 'dateline-order';

/**
 * A choice of orders.
 * @param show Shows one, at once where the page has it. Resolves with whether it could.
 */
export function drawOrders(show: (order: CommentOrder) => Promise<boolean>) {
  const label = document.createElement('label');
  const select = document.createElement('select');
  let shown: CommentOrder = 'newest';
  /** @returns Whether it is shown. */
  const turn = async (order: CommentOrder): Promise<boolean> => {
    select.value = order;
    const could = await show(order);
    if (could) shown = order;
    // Another may have been chosen since.
    else if (select.value === order) select.value = shown;
    return could;
  };
  const choose = async (order: CommentOrder) => {
    if (await turn(order)) kept.set(name, order);
  };
  for (const order of commentOrders) select.add(new Option(words.orders[order], order));
  select.addEventListener('change', () => void choose(select.value as CommentOrder));
  label.className = 'order';
  label.append(`${words.order} `, select);
  return {
    label,
    turn,
    /** Shows the order that the reader chose before, in whatever thread. It costs a question to the reader API. */
    restore: () => {
      const chosen = commentOrders.find((order) => order === kept.get(name));
      if (chosen && chosen !== shown) void turn(chosen);
    },
  };
}
