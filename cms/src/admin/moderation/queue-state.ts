import type { CommentStatus, Decided, Queue, QueueItem, QueueView } from '../../moderation/desk/shapes.ts';
import { mostAtOnce } from '../../moderation/desk/shapes.ts';
import { neighbourOf } from './neighbours.ts';
import type { Filters } from './queue-address.ts';

/** A view of the queue as it is shown. What is open or chosen stays as it was shown, in its place, until it is left. */
export interface QueueState {
  view: QueueView;
  /** By what it is narrowed. */
  filters: Filters;
  /** Behind which it begins, and how many are shown. */
  after: string | null;
  limit: number;
  /** Null until the view has been told. */
  told: Omit<Queue, 'items' | 'asked'> | null;
  /** When it was told. */
  now: number;
  items: readonly QueueItem[];
  open: string | null;
  chosen: ReadonlySet<string>;
  /** What is open or chosen as it was told last; null for what is gone. */
  latest: ReadonlyMap<string, QueueItem | null>;
  /** Told next, these are shown as they are then. */
  stale: ReadonlySet<string>;
  /** Told next, this is opened. */
  wanted: string | null;
}

const page = 50;
/** Of which no more are asked for at once. */
const most = 500;

export const nothingTold = (view: QueueView, filters: Filters = {}): QueueState => ({
  view,
  filters,
  after: null,
  limit: page,
  told: null,
  now: 0,
  items: [],
  open: null,
  chosen: new Set(),
  latest: new Map(),
  stale: new Set(),
  wanted: null,
});

/** Of what to ask what has become of it. */
export const keptIds = ({ open, chosen, wanted }: QueueState): string[] => [
  ...new Set([open, wanted, ...chosen].filter((id) => id !== null)),
];

/** As it was judged, with what else is known of it now. What is gone for good is shown to nobody. */
function asShown(item: QueueItem, latest: QueueItem | null | undefined): QueueItem {
  if (!latest) return item;
  const { body, edited, status, heldFor } = item;
  return { ...latest, edited, status, heldFor, body: latest.body === '' ? '' : body };
}

/** The queue, told anew. @param ids For which it was asked. */
export function renewed(state: QueueState, queue: Queue, ids: readonly string[], now: number): QueueState {
  const known = new Map([...queue.items, ...queue.asked].map((item) => [item.id, item]));
  const latest = new Map(ids.map((id) => [id, known.get(id) ?? null]));
  const kept = new Map<string, QueueItem>();
  for (const item of state.items) {
    const isKept = item.id === state.open || state.chosen.has(item.id);
    if (isKept)
      kept.set(item.id, state.stale.has(item.id) ? (latest.get(item.id) ?? item) : asShown(item, latest.get(item.id)));
  }
  const items = queue.items.map((item) => kept.get(item.id) ?? item);
  const places = new Set(items.map(({ id }) => id));
  state.items.forEach(({ id }, place) => {
    const item = kept.get(id);
    if (item && !places.has(id)) items.splice(place, 0, item);
  });
  const wanted = state.wanted === null ? undefined : known.get(state.wanted);
  if (wanted && !items.some(({ id }) => id === wanted.id)) items.unshift(wanted);
  const open = items.find(({ id }) => id === (wanted?.id ?? state.open)) ?? items[0];
  const { items: _items, asked: _asked, ...told } = queue;
  return {
    ...state,
    told,
    now,
    items,
    open: open?.id ?? null,
    latest,
    stale: new Set(),
    wanted: null,
  };
}

/** Another is opened; what is gone meanwhile is shown until then. */
export const opened = (state: QueueState, id: string | null): QueueState => ({ ...state, open: id ?? state.open });

/** One is chosen, or no longer. */
export function choosing(state: QueueState, id: string): QueueState {
  const next = new Set(state.chosen);
  if (!next.delete(id) && next.size < mostAtOnce) next.add(id);
  return { ...state, chosen: next };
}

/** All that are shown are chosen, as many as can be decided at once; where they are already, none is. */
export function choosingAll(state: QueueState): QueueState {
  const all = state.items.slice(0, mostAtOnce).map(({ id }) => id);
  return { ...state, chosen: new Set(all.every((id) => state.chosen.has(id)) ? [] : all) };
}

/** More is shown; where that is too much at once, what comes after all that was. */
export function goingOn(state: QueueState): QueueState {
  if (state.limit < most) return { ...state, limit: state.limit + page };
  return { ...nothingTold(state.view, state.filters), after: state.told?.next ?? null };
}

/** The view begins anew, narrowed otherwise. What it is not narrowed by any more has no value. */
export function narrowed(
  state: QueueState,
  filters: Partial<Record<keyof Filters, string | undefined>>,
  view = state.view,
) {
  const given = Object.entries({ ...state.filters, ...filters }).filter(([, value]) => value);
  return nothingTold(view, Object.fromEntries(given));
}

/** One has become something else by what was done here. */
export const amended = (state: QueueState, id: string, known: Partial<QueueItem>): QueueState => ({
  ...state,
  items: state.items.map((item) => (item.id === id ? { ...item, ...known } : item)),
});

/** What has become of the one that is open or chosen is shown. */
export const takenUp = (state: QueueState, id: string): QueueState => amended(state, id, state.latest.get(id) ?? {});

/**
 * After a decision: what it decided leaves the queue, and what was open with it makes way for its neighbour; new words are
 * shown. Where nothing was decided, what was chosen stays so.
 */
export function settled(
  state: QueueState,
  { decided, changed }: Decided,
  becomes: (item: QueueItem) => CommentStatus,
): QueueState {
  const gone = new Set(decided);
  const words = new Map(changed.map((item) => [item.id, item]));
  const items = state.items.map((item) => ({
    ...item,
    ...words.get(item.id),
    ...(gone.has(item.id) && { status: becomes(item) }),
  }));
  const isLeft = state.view !== 'recent' && state.open !== null && gone.has(state.open);
  return {
    ...state,
    items: state.view === 'recent' ? items : items.filter(({ id }) => !gone.has(id)),
    open: isLeft ? neighbourOf(state.items, state.open, gone) : state.open,
    chosen: decided.length > 0 ? new Set() : state.chosen,
    latest: new Map([...state.latest].filter(([id]) => !words.has(id))),
    stale: gone,
  };
}

/** What somebody else has made of a comment. */
export type News = 'gone' | 'decided' | 'changed';

/** What somebody else has made of a comment since it was shown; null where that is nothing. */
export function newsOf({ latest }: QueueState, item: QueueItem): News | null {
  const now = latest.get(item.id);
  if (now === undefined) return null;
  if (now === null || (now.body === '' && now.status !== item.status)) return 'gone';
  if (now.status !== item.status) return 'decided';
  return now.edited === item.edited ? null : 'changed';
}
