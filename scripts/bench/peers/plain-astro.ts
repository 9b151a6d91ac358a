import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../child.ts';
import { countPages, type PeerBuild } from './peer.ts';
import { runTool, type ToolEnvironment } from './tool.ts';

export interface PlainAstroJob {
  /** The snapshot of the archive that our own builder made. */
  snapshot: string;
  publicURL: string;
  dir: string;
  env: ToolEnvironment;
  signal: AbortSignal;
}

/** Pages that Astro renders at a time: the fastest of those that were tried, one at a time being a third slower. */
const concurrency = 10;

/** The very same site, by Astro's own static output. */
export async function buildPlainAstro({ snapshot, publicURL, dir, env, signal }: PlainAstroJob): Promise<PeerBuild> {
  const site = path.join(root, 'site');
  const out = path.join(dir, 'out');
  await fs.mkdir(dir, { recursive: true });
  const own = pathToFileURL(path.join(site, 'astro.config.ts')).href;
  const config = path.join(dir, 'astro.config.ts');
  await fs.writeFile(
    config,
    `import own from ${JSON.stringify(own)};\nexport default { ...own, build: { ...own.build, concurrency: ${concurrency} } };\n`,
  );
  const astro = path.join(site, 'node_modules/astro/bin/astro.mjs');
  const args = [astro, 'build', '--silent', '--root', site, '--config', path.relative(site, config), '--outDir', out];
  const run = await runTool(process.execPath, args, {
    cwd: site,
    env: { ...env, SITE_OUTPUT: 'static', SITE_SNAPSHOT: snapshot, PUBLIC_URL: publicURL } as ToolEnvironment,
    signal,
  });
  return { ...run, pages: await countPages(out) };
}
