import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../scripts/lock.mjs';

export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * A Chromium that needs nothing of the machine: unpacked once per version and user, whole or not at all. It comes with
 * fonts and libraries that it finds through its environment.
 */
export async function unpackChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = await fs.readFile(path.join(path.dirname(entry), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const directory = path.join(os.tmpdir(), `dateline-chromium-${version}-${os.userInfo().uid}`);
  const complete = path.join(directory, '.complete');
  return withLock(directory, async () => {
    if (!existsSync(complete)) {
      await fs.rm(directory, { recursive: true, force: true });
      await fs.mkdir(directory, { mode: 0o700 });
    }
    const chromium = await inDirectory(directory);
    await nameFonts(directory);
    await fs.writeFile(complete, '');
    return chromium;
  });
}

/** The package's own list of font directories has fixed paths, and not the one that it is unpacked to. */
const nameFonts = (directory: string) =>
  fs.writeFile(
    path.join(directory, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${directory}/fonts</dir><cachedir>${directory}/fonts-cache</cachedir></fontconfig>
`,
  );

/** The package unpacks to the system's directory for temporary files, and alters our environment for what it starts. */
async function inDirectory(directory: string): Promise<Chromium> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: directory, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  delete process.env['FONTCONFIG_PATH'];
  delete process.env['LD_LIBRARY_PATH'];
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { FONTCONFIG_PATH = '', LD_LIBRARY_PATH = '', PATH = '' } = process.env;
    return { executablePath, env: { FONTCONFIG_PATH, LD_LIBRARY_PATH, PATH, HOME: directory } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
