/** A path of this site and nothing else: one leading slash, no backslash, no control character. */
export const isOwnPath = (path: string) => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path);

/** Carries `?returnTo=` of the page's address into its form and on to the other form's page. */
export function carryReturn(address: URL, forms: ParentNode): void {
  const returnTo = address.searchParams.get('returnTo');
  if (!returnTo || !isOwnPath(returnTo)) return;
  for (const input of forms.querySelectorAll<HTMLInputElement>('input[name="returnTo"]')) input.value = returnTo;
  for (const link of forms.querySelectorAll<HTMLAnchorElement>('a[href*="returnTo="]')) {
    const next = new URL(link.href);
    next.searchParams.set('returnTo', returnTo);
    link.href = next.href;
  }
}
