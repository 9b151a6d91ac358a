import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** What one installation keeps for itself, in `config.json` of its directory, readable by its owner alone. */
export interface Secrets {
  payloadSecret: string;
  feedToken: string;
  /** Who may sign in to the sample's desk. Set once the sample is complete. */
  editor?: { email: string; password: string };
}

const fileOf = (dir: string) => path.join(dir, 'config.json');

/** The secrets of an installation; made at its first start. */
export async function readSecrets(dir: string): Promise<Secrets> {
  const text = await fs.readFile(fileOf(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return JSON.parse(text) as Secrets;
  const secret = () => randomBytes(32).toString('base64url');
  const secrets = { payloadSecret: secret(), feedToken: secret() };
  await writeSecrets(dir, secrets);
  return secrets;
}

/** Replaces them whole, so that a start that is cut off leaves the old ones. */
export async function writeSecrets(dir: string, secrets: Secrets): Promise<void> {
  await fs.mkdir(dir, { recursive: true });
  const temporary = `${fileOf(dir)}.new`;
  await fs.writeFile(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await fs.rename(temporary, fileOf(dir));
}
