/**
 * Offers passkeys where the browser knows them. The ceremony itself is fetched when its button is pressed: most readers
 * never do.
 */
export function offerPasskeys(root: ParentNode): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const offer of root.querySelectorAll<HTMLElement>('[data-passkey-new], [data-passkey-login]')) {
    offer.hidden = false;
    const isNew = offer.matches('[data-passkey-new]');
    offer.addEventListener(isNew ? 'submit' : 'click', (event) => {
      if (!isNew && !(event.target as Element).closest('button')) return;
      event.preventDefault();
      void import('./passkey-ceremony.ts').then(({ addPasskey, logInWithPasskey }) =>
        isNew ? addPasskey(offer as HTMLFormElement) : logInWithPasskey(offer),
      );
    });
  }
  for (const missing of root.querySelectorAll<HTMLElement>('[data-passkey-missing]')) missing.hidden = true;
}
