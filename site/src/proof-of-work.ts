import type { RegisterChallenge, WorkChallenge, WorkProof } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';

/** Finds the number that a challenge asks for, in the form in which it is sent; empty where there is none. */
export async function solve({ maxnumber, ...challenge }: WorkChallenge): Promise<string> {
  const wanted = String(challenge.challenge.match(/../g)?.map((pair) => Number(`0x${pair}`)));
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    // So that the page is drawn meanwhile, and can be read.
    if (!(number % 500)) await new Promise((drawn) => setTimeout(drawn));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(challenge.salt + number)));
    if (String(hash) === wanted) return btoa(JSON.stringify({ ...challenge, number } satisfies WorkProof));
  }
  return '';
}

/**
 * Before a registration is sent, does the work that is asked for in a burst, and says so. Where that fails, it is sent without,
 * and takes longer.
 */
export function proveWork(root: ParentNode): void {
  const status = root.querySelector<HTMLElement>('[data-working]');
  if (!status) return;
  const form = status.closest('form')!;
  const proof = form.querySelector<HTMLInputElement>('[name=proof]')!;
  const button = form.querySelector('button')!;
  const send = async () => {
    // Not disabled, which would take the focus away.
    button.ariaDisabled = 'true';
    try {
      const { challenge } = (await (await fetch(readerRoutes.registerChallenge)).json()) as RegisterChallenge;
      if (challenge) {
        status.textContent = status.dataset.working!;
        proof.value = await solve(challenge);
      }
    } finally {
      form.submit();
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.ariaDisabled) void send();
  });
  // Somebody who comes back from the answer finds the form as they left it.
  addEventListener('pageshow', () => {
    button.ariaDisabled = null;
    status.textContent = '';
  });
}
