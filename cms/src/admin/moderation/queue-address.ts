import { queueViews, type Alert, type QueueFilter, type QueueView } from '../../moderation/desk/shapes.ts';

/** By what the queue is narrowed: ids, and the word of a reason. */
export type Filters = Partial<Record<QueueFilter['by'], string>>;

const names = ['article', 'person', 'reader', 'comment', 'reason'] as const;

/** What an address asks of the queue. */
export function askedOf(search: Record<string, unknown> | undefined): { view: QueueView; filters: Filters } {
  const view = queueViews.find((known) => known === search?.view) ?? 'held';
  const given = names.map((name) => [name, search?.[name]] as const);
  const filters = Object.fromEntries(given.filter(([, value]) => typeof value === 'string' && value !== ''));
  return { view, filters };
}

/** The address that asks it, behind the desk's path. */
export const addressOf = (view: QueueView, filters: Filters) =>
  `?${new URLSearchParams([['view', view], ...Object.entries(filters)])}`;

const filterOf = { thread: 'article', person: 'person', recommendations: 'comment' } as const;

/** What shows that which an alert is about, and nothing else. */
export const filtersOfAlert = ({ kind, id }: Pick<Alert, 'kind' | 'id'>): Filters => ({ [filterOf[kind]]: id });

export const addressOfAlert = (alert: Alert) => addressOf('recent', filtersOfAlert(alert));
