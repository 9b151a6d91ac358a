import fs from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { TestStack } from './stack.ts';

/** The link by which an address is confirmed, out of the mail that was written to it. */
export async function confirmationOf({ mailDir }: TestStack, address: string): Promise<string> {
  const find = async () => {
    const files = await fs.readdir(mailDir).catch(() => []);
    const mails = await Promise.all(
      files.filter((file) => file.endsWith('.eml')).map((file) => fs.readFile(path.join(mailDir, file), 'utf8')),
    );
    const mail = mails
      .find((text) => text.includes(address))
      ?.replace(/=\r?\n/g, '')
      .replaceAll('=3D', '=');
    return mail?.match(/http\S+\/verify\?[^\s"<]+/)?.[0];
  };
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return (await find()) ?? '';
}
