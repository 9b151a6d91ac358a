import type { RegisterChallenge, WorkChallenge, WorkProof } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Finds the number that a challenge asks for, in the form in which it is sent; empty where there is none. */
export async function solve({ maxnumber, ...challenge }: WorkChallenge): Promise<string> {
  const wanted = bytesOf(challenge.challenge);
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    // So that the page is drawn meanwhile, and can be read.
    if (number % 500 === 0) await new Promise((drawn) => setTimeout(drawn));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(challenge.salt + number)));
    if (hash.every((byte, at) => byte === wanted[at]))
      return btoa(JSON.stringify({ ...challenge, number } satisfies WorkProof));
  }
  return '';
}

async function proofWanted(begin: () => void): Promise<string> {
  const answer = await fetch(readerRoutes.registerChallenge);
  const { challenge } = (await answer.json()) as RegisterChallenge;
  if (!challenge) return '';
  begin();
  return await solve(challenge);
}

/**
 * Before a registration is sent, does the work that is asked for in a burst, and says so. Where that fails, it is sent without,
 * and takes longer.
 */
export function proveWork(root: ParentNode): void {
  const proof = root.querySelector<HTMLInputElement>('input[name="proof"]');
  const form = proof?.form;
  const button = form?.querySelector('button');
  const status = form?.querySelector<HTMLElement>('[data-working]');
  if (!proof || !form || !button || !status) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Not disabled, which would take the focus away.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    void proofWanted(() => (status.textContent = status.dataset.working!))
      .catch(() => '')
      .then((found) => {
        proof.value = found;
        form.submit();
      });
  });
  // Somebody who comes back from the answer finds the form as they left it.
  window.addEventListener('pageshow', () => {
    button.ariaDisabled = null;
    status.textContent = '';
  });
}
