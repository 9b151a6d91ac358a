import { escapeHtml } from './html.ts';

/** The marks in the site's shell page that the reader API replaces: the page's title, and the one slot of its `<main>`. */
export const shellTitle = 'dateline-shell-title';
export const shellSlot = '<!--dateline-shell-slot-->';

/** Puts a page of the reader API into the site's own shell. `title` is text and is escaped; `html` is set as it is. */
export function fillShell(shell: string, page: { title: string; html: string }): string {
  return shell.replaceAll(shellTitle, () => escapeHtml(page.title)).replace(shellSlot, () => page.html);
}
