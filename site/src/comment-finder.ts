import { readerRoutes } from '@dateline/shared/routes';

/**
 * A link to a comment finds it wherever it lies: where this page does not have it, the reader API is asked which one does.
 * Nothing is asked for a page that has it.
 */
async function find(): Promise<void> {
  const [, id] = /^#comment-([0-9a-f-]{36})$/.exec(location.hash) ?? [];
  if (!id || document.getElementById(`comment-${id}`)) return;
  const found = await fetch(readerRoutes.comment(id), { method: 'HEAD' }).catch(() => undefined);
  const there = found?.ok ? new URL(found.url) : undefined;
  if (there && there.pathname !== location.pathname) location.replace(`${there.pathname}#comment-${id}`);
  // Not live yet, or its reader's own that waits: the island shows it where the thread is.
  else document.querySelector('.comments')?.scrollIntoView();
}

// A thread that is shown in another order may have it, and goes back first.
addEventListener('hashchange', () => setTimeout(() => void find()));
void find();
