import { atLeast, atMost, exactly, quantile, told, type Figure } from './figures.ts';
import type { Measured } from './measure-archive.ts';
import type { FullBuild } from './measure/full-build.ts';
import { publishKinds, type PublishKind } from './measure/publishes.ts';
import { isMemoryTold } from './memory.ts';

const inWords = (size: number) => `${size.toLocaleString('en')} articles`;

/** A change of slug also leaves redirects behind, and is told only. */
const isHeld = (kind: PublishKind) => kind !== 'slug change';

const timesOf = ({ taken }: Measured, kind: PublishKind) => taken[kind].map(({ milliseconds }) => milliseconds);
const medianOf = (measured: Measured, kind: PublishKind) => quantile(timesOf(measured, kind), 0.5);

function ofPublishes(measured: Measured): Figure[] {
  return publishKinds.flatMap((kind) => {
    const name = `${inWords(measured.size)}, ${kind}: commit to last file`;
    const times = timesOf(measured, kind);
    return [
      atMost(`${name}, p50 of ${times.length}`, 'ms', quantile(times, 0.5), isHeld(kind) ? 100 : null),
      atMost(`${name}, p99`, 'ms', quantile(times, 0.99), isHeld(kind) ? 300 : null),
      told(`${name}, worst`, 'ms', quantile(times, 1)),
    ];
  });
}

/** Milliseconds of a full build without what it takes to read the feed: the peers' content lies on their disk. */
const renderingOf = ({ wall, sync }: FullBuild) => wall - sync;
const rateOf = (full: FullBuild) => full.pages / (renderingOf(full) / 1_000);

function ofBuild({ size, documents, full, coldStart }: Measured): Figure[] {
  const name = inWords(size);
  const figures = [
    told(
      `${name}, full build without precompression: ${full.pages.toLocaleString('en')} pages`,
      'pages/s',
      rateOf(full),
    ),
    told(`${name}, full build: wall, without the sync`, 's', renderingOf(full) / 1_000),
    // A small archive takes no time to speak of, so that its rate says nothing.
    atLeast(`${name}, first sync`, 'documents/s', documents / (full.sync / 1_000), size < 10_000 ? null : 5_000),
    atMost(`${name}, start on a site that stands: to first publish`, 'ms', coldStart, 3_000),
  ];
  if (!isMemoryTold) return figures;
  return [
    ...figures,
    told(`${name}, full build: most memory`, 'MiB', full.peak),
    told(`${name}, first sync: most memory of the builder`, 'MiB', full.peakOfSync),
    told(`${name}, first sync: most memory of the feed`, 'MiB', full.feedPeakOfSync),
  ];
}

const ofMemory = ({ size, memory }: Measured): Figure[] =>
  isMemoryTold
    ? [
        atMost(`${inWords(size)}, resident builder: memory while it waits`, 'MiB', memory.idle, 400),
        atMost(`${inWords(size)}, resident builder: most memory in a publish`, 'MiB', memory.busy, 400),
      ]
    : [];

/** The median of what receipts say of new articles; undefined where they do not say it. */
function perNewArticle({ taken }: Measured, of: 'rendered' | 'rowsRead' | 'written'): number | undefined {
  const values = taken['new article'].map(({ told: receipt }) => receipt[of]);
  return values.some((value) => value === undefined) ? undefined : quantile(values as number[], 0.5);
}

const work = { rendered: 'routes rendered', rowsRead: 'rows read', written: 'files written' } as const;

/** How a larger archive compares with the smallest: a publish costs what it changes. */
function ofGrowth(smallest: Measured, measured: Measured): Figure[] {
  const times = publishKinds.map((kind) => {
    const ratio = medianOf(measured, kind) / medianOf(smallest, kind);
    const name = `${inWords(measured.size)} to ${smallest.size.toLocaleString('en')}, ${kind}: p50`;
    return atMost(name, 'times', ratio, isHeld(kind) ? 1.3 : null);
  });
  const counts = (Object.keys(work) as (keyof typeof work)[]).flatMap((of) => {
    const [here, there] = [perNewArticle(measured, of), perNewArticle(smallest, of)];
    if (here === undefined || there === undefined) return [];
    return exactly(`${inWords(measured.size)}, new article: ${work[of]}`, '', here, there);
  });
  return [...times, ...counts];
}

/** Nothing where the builder makes no such files. */
function ofCompression({ size, compressed }: Measured): Figure[] {
  if (!compressed?.compressed) return [];
  const files = compressed.compressed.toLocaleString('en');
  const name = `${inWords(size)}, full build with precompression (${files} more files)`;
  return [
    told(`${name}: pages`, 'pages/s', rateOf(compressed)),
    told(`${name}: wall, without the sync`, 's', renderingOf(compressed) / 1_000),
    ...(isMemoryTold ? [told(`${name}: most memory`, 'MiB', compressed.peak)] : []),
  ];
}

function ofWrittenBytes({ size, writtenBytes }: Measured): Figure[] {
  if (!writtenBytes) return [];
  const { written, changed, named } = writtenBytes;
  return [
    exactly(`${inWords(size)}, new article: files written, as many as have other bytes`, 'files', written, changed),
    exactly(`${inWords(size)}, new article: files that the receipt names, as many`, 'files', named, changed),
  ];
}

function ofRename({ size, renamed }: Measured): Figure[] {
  if (!renamed) return [];
  const { mentions, walls, publishes } = renamed;
  const name = `${inWords(size)}, rename of somebody in ${mentions.toLocaleString('en')} of them`;
  return [
    told(`${name}: until all have it, p50 of ${walls.length}`, 's', quantile(walls, 0.5) / 1_000),
    told(`${name}: articles published meanwhile, p50 of ${publishes.length}`, 'ms', quantile(publishes, 0.5)),
    atMost(`${name}: articles published meanwhile, p99`, 'ms', quantile(publishes, 0.99), 500),
    told(`${name}: articles published meanwhile, worst`, 'ms', quantile(publishes, 1)),
  ];
}

/** Peers whose rate ours must be twice. */
const heldAgainst = ['plain astro build', 'Hugo'];

function ofPeers(measured: Measured): Figure[] {
  const ours = rateOf(measured.full);
  return measured.peers.flatMap((peer) => {
    if ('missing' in peer) return [];
    const rate = peer.pages / (peer.wall / 1_000);
    const name = `${inWords(measured.size)}, ${peer.name}`;
    const limit = heldAgainst.includes(peer.name) ? 2 : null;
    return [
      told(`${name}: ${peer.pages.toLocaleString('en')} pages`, 'pages/s', rate),
      told(`${name}: wall`, 's', peer.wall / 1_000),
      ...(isMemoryTold ? [told(`${name}: most memory`, 'MiB', peer.peak)] : []),
      atLeast(`${inWords(measured.size)}, full build over ${peer.name}`, 'times', ours / rate, limit),
    ];
  });
}

/** A first sync whose memory does not grow with the archive: what is held of ten thousand articles is held of all. */
function ofFlatness(all: readonly Measured[]): Figure[] {
  const [base, ...larger] = all.filter(({ size }) => size >= 10_000);
  if (!base || !isMemoryTold) return [];
  return larger.flatMap(({ size, full }) => {
    const name = `${inWords(size)} to ${base.size.toLocaleString('en')}, first sync`;
    return [
      atMost(`${name}: most memory of the builder`, 'times', full.peakOfSync / base.full.peakOfSync, 1.3),
      atMost(`${name}: most memory of the feed`, 'times', full.feedPeakOfSync / base.full.feedPeakOfSync, 1.3),
    ];
  });
}

/** The figures of archives, the smallest first. */
export function figuresOf(all: readonly Measured[]): Figure[] {
  const [smallest, ...larger] = all;
  if (!smallest) return [];
  return [
    ...all.flatMap((measured) => [
      ...ofPublishes(measured),
      ...ofBuild(measured),
      ...ofCompression(measured),
      ...ofMemory(measured),
      ...ofWrittenBytes(measured),
      ...ofRename(measured),
      ...ofPeers(measured),
    ]),
    ...larger.flatMap((measured) => ofGrowth(smallest, measured)),
    ...ofFlatness(all),
  ];
}
