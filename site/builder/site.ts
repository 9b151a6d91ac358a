import { openSnapshot } from '../snapshot/open.ts';
import { beginRelease, distrustDirty, markEverything } from '../snapshot/routes.ts';
import { bundleId, loadBundle } from './bundle.ts';
import { crewFor } from './crew.ts';
import type { Workshop } from './perform.ts';
import { progressOn, type Screen } from './progress.ts';
import { publish, type Published } from './publish.ts';
import { openRelease, switchTo, type Release } from './releases.ts';
import { openRenderer } from './render.ts';

export interface SiteOptions {
  siteDir: string;
  bundle: string;
  publicUrl: string;
  screen: Screen;
}

/** A site directory with the bundle that fills it. */
export interface Site {
  workshop: Workshop;
  release: Release;
  /** The paths of pages that no document stands behind. */
  fixed: ReadonlySet<string>;
  /** Brings the files to what the snapshot says, and the release before readers. */
  publish(): Promise<Published>;
  /** Has everything rendered anew by the next publish. */
  markEverything(): void;
  isEmpty(): boolean;
  close(): void;
}

/** Opens the site in a directory that this process has locked. */
export async function openSite({ siteDir, bundle: directory, publicUrl, screen }: SiteOptions): Promise<Site> {
  const bundle = await loadBundle(directory, publicUrl);
  const release = openRelease(siteDir, await bundleId(directory, publicUrl), directory);
  const snapshot = openSnapshot(release.snapshotFile);
  const fixed = new Set(bundle.fixed.keys());
  distrustDirty(snapshot);
  beginRelease(snapshot, fixed);
  const workshop: Workshop = { snapshot, renderer: openRenderer(bundle, snapshot), outlet: release, publicUrl };
  return {
    workshop,
    release,
    fixed,
    async publish() {
      const progress = progressOn(screen, 'Rendering');
      const crew = crewFor(workshop, { bundle: directory, publicUrl, release });
      const published = await publish(workshop, { fixed, crew, onProgress: (done, all) => progress.at(done, all) });
      const { written, removed, failed } = published;
      if (written.length + removed.length + failed.length > 0) {
        progress.end(
          `${written.length} files written, ${removed.length} removed${failed.length ? `, ${failed.length} pages failed` : ''}.`,
        );
      }
      for (const { path, cause } of failed) screen.write(`${path} keeps its last good version: ${cause}\n`);
      switchTo(siteDir, release);
      return published;
    },
    markEverything: () => markEverything(snapshot, fixed),
    isEmpty: () => snapshot.get('select 1 from documents limit 1') === undefined,
    close: () => snapshot.close(),
  };
}
