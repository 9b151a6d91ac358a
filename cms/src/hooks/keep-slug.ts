import { sql } from '@payloadcms/db-postgres';
import { ValidationError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { textOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import { chooseSlug } from './choose-slug.ts';

/** The other document that stands, or stood, at an address. */
async function holderOf(req: PayloadRequest, collection: string, slug: string, id: unknown): Promise<Row | null> {
  return await req.payload.db.findOne<Row>({
    collection,
    where: {
      and: [
        { or: [{ slug: { equals: slug } }, { formerSlugs: { in: [slug] } }] },
        { deletedAt: { exists: false } },
        ...(id ? [{ id: { not_equals: id } }] : []),
      ],
    },
    joins: false,
    req,
  });
}

async function firstFree(req: PayloadRequest, collection: string, slug: string, id: unknown): Promise<string> {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!(await holderOf(req, collection, candidate, id))) return candidate;
  }
}

/** Two documents that are published at once may not both find an address free: the second waits for the first's commit. */
async function holdAddress(req: PayloadRequest, collection: string, slug: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug:${collection}:${slug}`}, 0))`);
}

/** Where a document can stand that is not public and whose draft holds what another has taken: where it stood, or numbered. */
async function addressLeft(req: PayloadRequest, collection: string, slug: string, id: string): Promise<string> {
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, joins: false, req });
  const stood = textOf(row?.slug);
  if (stood !== '' && !(await holderOf(req, collection, stood, id))) return stood;
  return await firstFree(req, collection, slug, id);
}

/**
 * Keeps a document's slug: it follows the title until the first publish, and moves only deliberately after that. One that
 * a draft holds is another's no less than its own until it is published: it does not keep its document from being saved
 * or taken away, and is given up where it would keep the other from its address.
 */
export const keepSlug: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data;
  const title = textOf(data.headline ?? data.name ?? originalDoc?.headline ?? originalDoc?.name);
  const { slug, by } = chooseSlug({
    title,
    formerTitle: textOf(originalDoc?.headline ?? originalDoc?.name),
    asked: typeof data.slug === 'string' ? data.slug : undefined,
    current: textOf(originalDoc?.slug),
    wasPublic: Boolean(originalDoc?.publishedAt),
  });
  if (slug === '') {
    // Without a title it is the title that is missing, which its own field says.
    if (data._status !== 'published' || title.trim() === '') return { ...data, slug: null };
    const message = `Enter an address with letters or digits: none can be made of “${title}”.`;
    throw new ValidationError(
      { collection: collection.slug, errors: [{ path: 'slug', label: 'Slug', message }], req },
      req.t,
    );
  }
  const isPublished = data._status === 'published' && !data.deletedAt;
  if (isPublished) await holdAddress(req, collection.slug, slug);
  if (by === 'title') return { ...data, slug: await firstFree(req, collection.slug, slug, originalDoc?.id) };
  const holder = await holderOf(req, collection.slug, slug, originalDoc?.id);
  if (!holder) return { ...data, slug };
  const isOwn = slug === textOf(originalDoc?.slug) || req.context.isRestoringVersion;
  if (!isPublished && isOwn) {
    // Neither what is in the trash nor a draft's version keeps anybody from an address.
    if (data.deletedAt || req.context.savesDraft) return { ...data, slug };
    return { ...data, slug: await addressLeft(req, collection.slug, slug, originalDoc?.id) };
  }
  const held = textOf(holder.headline ?? holder.name);
  const message = `“${slug}” is already an address of “${held}”, now or from before. Choose another.`;
  throw new ValidationError(
    { collection: collection.slug, errors: [{ path: 'slug', label: 'Slug', message }], req },
    req.t,
  );
};
