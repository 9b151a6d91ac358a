import type { openPayload } from '../../cms/commands/open-payload.ts';

export type Payload = Awaited<ReturnType<typeof openPayload>>;
type Data = Record<string, unknown>;
type File = { data: Buffer; mimetype: string; name: string; size: number };

/** How many documents are made at once: fewer than the pool has connections, since a hook may need a second one. */
const atOnce = 4;

/** Does something for each of many, a few at a time. */
export async function forEachOf<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The ids of a collection's documents by one of their fields, so that a seeding that was cut short can go on. */
export async function idsBy(payload: Payload, collection: string, field: string): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection,
    select: { [field]: true },
    depth: 0,
    pagination: false,
    draft: false,
  });
  return new Map(docs.map((doc) => [String((doc as Data)[field]), String(doc.id)]));
}

/** Makes a document and gives its id. */
export async function make(payload: Payload, collection: string, data: Data, file?: File): Promise<string> {
  const { id } = await payload.create({ collection, data, depth: 0, ...(file && { file }) });
  return String(id);
}

/** Looks up an id that must be there. */
export function idOf(ids: ReadonlyMap<string, string>, name: string, what: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The sample has no ${what} “${name}”.`);
  return id;
}
