import { clockFrom } from '../snapshot/clock.ts';
import { markExpired } from '../snapshot/expiry.ts';
import { holdSettingsAbove } from '../snapshot/held.ts';
import { gatherDependencies } from '../snapshot/dependencies.ts';
import { keepForNobody, keepForReaders, writeOut } from '../snapshot/care.ts';
import { openSnapshot } from '../snapshot/open.ts';
import { beginRelease, countPending, distrustDirty, markFailed } from '../snapshot/routes.ts';
import { openAgenda, type Agenda } from './agenda.ts';
import { loadBundle } from './bundle.ts';
import { bundleAt, useBundle } from './bundles.ts';
import { syncTree } from './durability.ts';
import { lockRelease } from './lock.ts';
import type { Workshop } from './perform.ts';
import { progressOn, type Screen } from './progress.ts';
import { bundleOf, currentRelease, openRelease, releaseAt, switchTo, type Release } from './releases.ts';
import { renderRelease } from './render-release.ts';
import { targetsOf } from './release-targets.ts';
import { openRenderer } from './render.ts';
import { emptyReport, type Report } from './report.ts';
import { workOn } from './work.ts';

/** A release with the bundle that fills it, open in this process. */
export interface Site {
  workshop: Workshop;
  release: Release;
  agenda: Agenda;
  /** Brings every file to what the snapshot says. */
  render(signal: AbortSignal): Promise<Report>;
  /** Gives the release to readers. Nothing may be written to it meanwhile. */
  goLive(): Promise<void>;
  isEmpty(): boolean;
  close(): void;
}

/** How the files of a site are kept. */
interface FileSettings {
  /** Whether files of text get compressed siblings. */
  precompress: boolean;
  /** Whether what is written down as done outlives a loss of power. */
  durable: boolean;
}

interface SiteOptions {
  siteDir: string;
  release: string;
  publicUrl: string;
  screen: Screen;
  files?: FileSettings;
  /** Where the release's bundle is, if not beside the releases. */
  bundle?: string;
  /** Above how many routes new settings wait for a release of their own, once readers are on this one. */
  inPlace?: number;
  /** For tests: see {@link clockFrom}. */
  clockFile?: string | undefined;
}

/** Opens a release of a directory that this process has locked. */
export async function openSite({ siteDir, release: id, publicUrl, screen, ...options }: SiteOptions): Promise<Site> {
  const directory = options.bundle ?? bundleAt(siteDir, bundleOf(id));
  const bundle = await loadBundle(directory, publicUrl);
  const { precompress, durable } = options.files ?? { precompress: true, durable: true };
  const lock = lockRelease(releaseAt(siteDir, id).directory);
  const release = openRelease(siteDir, id);
  const snapshot = openSnapshot(release.snapshotFile);
  gatherDependencies(snapshot);
  const fixed = new Set(bundle.fixed.keys());
  let isLive = currentRelease(siteDir) === id;
  if (isLive) keepForReaders(snapshot, durable);
  else keepForNobody(snapshot);
  distrustDirty(snapshot);
  beginRelease(snapshot, fixed);
  markFailed(snapshot);
  const holdSettings = () => {
    if (options.inPlace !== undefined) holdSettingsAbove(snapshot, options.inPlace);
  };
  if (isLive) holdSettings();
  const renderer = openRenderer(bundle, snapshot, clockFrom(options.clockFile));
  const targets = targetsOf(release, { precompress, isDurable: () => isLive && durable });
  const workshop: Workshop = { snapshot, renderer, ...targets, publicUrl };
  const agenda = openAgenda({ snapshot, fixed, renderer });

  async function render(signal: AbortSignal): Promise<Report> {
    const report = emptyReport();
    const progress = progressOn(screen, 'Rendering');
    if (isLive) {
      agenda.reload();
      const all = countPending(snapshot);
      for (let wait = agenda.nextIn(); wait !== undefined; wait = agenda.nextIn()) {
        signal.throwIfAborted();
        await workOn(workshop, agenda, report, 100);
        progress.at(all - countPending(snapshot), all);
      }
    } else {
      markExpired(snapshot, renderer.clock());
      const order = { bundle: directory, publicUrl, release, files: { precompress }, clockFile: options.clockFile };
      const onProgress = (done: number, all: number) => progress.at(done, all);
      await renderRelease({ workshop, agenda, order, report, signal, onProgress });
      // So that little is left to write out while the next publish waits for the switch.
      writeOut(snapshot);
      if (durable) await syncTree(release.directory);
    }
    const { written, removed, failed } = report;
    if (written + removed + failed.length > 0) {
      const failures = failed.length > 0 ? `, ${failed.length} pages failed` : '';
      progress.end(`${written} files written, ${removed} removed${failures}.`);
    }
    for (const { path, cause } of failed) screen.write(`${path} keeps its last good version: ${cause}\n`);
    return report;
  }

  return {
    workshop,
    release,
    agenda,
    render,
    async goLive() {
      keepForReaders(snapshot, durable);
      await switchTo(siteDir, release, durable);
      isLive = true;
      useBundle(siteDir, bundleOf(id));
      holdSettings();
    },
    isEmpty: () => snapshot.get('select 1 from documents limit 1') === undefined,
    close() {
      snapshot.close();
      lock.release();
    },
  };
}
