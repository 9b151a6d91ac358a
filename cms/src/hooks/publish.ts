import { APIError, ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { editorialKinds, isEditorial, type EditorialCollection } from '../collections/slugs.ts';
import { standInsOf } from '../merge/successors.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { idsOf, instantOf, textsOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import { present } from './present.ts';
import { project } from './project.ts';
import { embargoProblemsOf } from '../schedule/embargo-of.ts';
import { publishProblems, type FieldProblem } from './publish-problems.ts';

/** Whether readers ever had a document, whatever its latest draft says of that. */
async function hasBeenSaid(req: PayloadRequest, collection: string, id: string): Promise<boolean> {
  return isEditorial(collection) && (await latestRow(req, editorialKinds[collection], id)) !== undefined;
}

/** Refuses, of those who may not decide what is public, every change that would touch it, whichever way it comes. */
export const guardPublishing: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const staff = staffOf(req);
  if (!staff || mayPublish(staff.role)) return data;
  const wasPublic =
    originalDoc?.publishedAt || (originalDoc && (await hasBeenSaid(req, collection.slug, originalDoc.id)));
  if (data._status !== 'published' && !wasPublic) return data;
  // Payload passes on the sentence of an error that has data; by its class name it cannot tell one in a minified build.
  throw new APIError('Only an editor can publish, or change what has been published. Ask one to.', 403, {}, true);
};

/** At a publish, keeps when the document first was public, when it last changed, and where it stood before. */
export const stampPublishing: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published' || !isEditorial(collection.slug)) return data;
  const now = new Date().toISOString();
  const publishedAt = instantOf(originalDoc?.publishedAt) ?? instantOf(data.publishedAt) ?? now;
  const given = instantOf(data.modifiedAt);
  const isGiven = given !== null && given !== instantOf(originalDoc?.modifiedAt);
  const modifiedAt = isGiven ? given : originalDoc?.publishedAt ? now : publishedAt;
  const last = originalDoc && (await latestRow(req, editorialKinds[collection.slug], originalDoc.id));
  const former = [...textsOf(data.formerSlugs), ...(last?.formerSlugs ?? []), ...(last?.slug ? [last.slug] : [])];
  const formerSlugs = [...new Set(former)].filter((slug) => slug !== data.slug);
  return { ...data, publishedAt, formerSlugs, ...(collection.slug === 'articles' && { modifiedAt }) };
};

/** What keeps a document from being published, field by field; nothing where it is ready. */
export async function problemsOf(
  req: PayloadRequest,
  collection: EditorialCollection,
  row: Row,
): Promise<FieldProblem[]> {
  const problems = publishProblems(editorialKinds[collection], await project(req, collection, row));
  if (collection !== 'articles') return problems;
  const standIns = [...new Set(await standInsOf(req, idsOf(row.authors)))];
  const published = await present(req, 'people', standIns, { _status: { equals: 'published' } });
  if (published.length < standIns.length) {
    problems.push({
      path: 'authors',
      label: 'Authors',
      message: 'Not every author has been published. Publish their pages first, or take them off the byline.',
    });
  }
  return problems;
}

/** Says, field by field, what a document lacks to be published. Drafts save freely. */
export const checkPublishable: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published' || data.deletedAt || !isEditorial(collection.slug)) return data;
  const row = { ...originalDoc, ...data, id: originalDoc?.id ?? '00000000-0000-0000-0000-000000000000' } as Row;
  const problems = await problemsOf(req, collection.slug, row);
  const errors = [...problems, ...(await embargoProblemsOf(req, row.embargoedUntil))];
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  return data;
};
