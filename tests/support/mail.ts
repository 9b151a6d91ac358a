import fs from 'node:fs/promises';
import path from 'node:path';
import { readerRoutes } from '@dateline/shared/routes';
import { expect } from 'vitest';
import type { TestStack } from './stack.ts';

/** The newest link to a page of the reader API in the mails that were written to an address. */
export async function mailedLink({ mailDir }: TestStack, address: string, route: string): Promise<string> {
  const find = async () => {
    const files = (await fs.readdir(mailDir).catch(() => [])).filter((file) => file.endsWith('.eml'));
    const mails = await Promise.all(files.toSorted().map((file) => fs.readFile(path.join(mailDir, file), 'utf8')));
    const links = mails
      .filter((text) => text.includes(`To: ${address}`))
      .map((text) => text.replace(/=\r?\n/g, '').replaceAll('=3D', '='))
      .map((text) => text.match(/http\S+\?token=[\w-]+/)?.[0])
      .filter((link) => link?.includes(`${route}?`));
    return links.at(-1);
  };
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return (await find()) ?? '';
}

/** The link by which an address is confirmed, out of the mail that was written to it. */
export const confirmationOf = (stack: TestStack, address: string) => mailedLink(stack, address, readerRoutes.verify);
