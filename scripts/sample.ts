import { runChild } from './child.ts';
import { writeSecrets, type Secrets } from './secrets.ts';

interface Seeded {
  editor: { email: string; password: string };
}

const isSeeded = (message: unknown): message is Seeded =>
  typeof message === 'object' && message !== null && 'editor' in message;

/** Fills the sample newsroom, or what an interrupted start left missing of it, and keeps the editor's sign-in. */
export async function fillSample(dir: string, env: Record<string, string>, secrets: Secrets): Promise<Secrets> {
  let seeded: Seeded | undefined;
  await runChild('scripts/sample/seed.ts', env, {
    onMessage: (message) => {
      if (isSeeded(message)) seeded = message;
    },
  });
  if (!seeded) return secrets;
  const { email, password } = seeded.editor;
  const known = { ...secrets, editor: { email, password } };
  await writeSecrets(dir, known);
  return known;
}
