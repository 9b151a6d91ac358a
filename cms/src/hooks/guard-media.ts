import { documentId } from '@dateline/shared/id';
import { APIError, ValidationError, type CollectionBeforeOperationHook, type Where } from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { textOf } from '../project/reference.ts';
import { lockRows } from './lock-rows.ts';

// All that refuses a change of an image does so before the operation: Payload deletes the files that are to be replaced,
// and writes the new ones, before it asks the hooks of the document.

/** Payload looks at an image's bytes, and keeps whatever name they come under: one that a web server would take for a page, too. */
export const checkImageName: CollectionBeforeOperationHook = ({ args, req }) => {
  if (!req.file || /\.(?:jpe?g|png|webp|avif)$/i.test(req.file.name)) return args;
  const message =
    'The name of the file has to end with .jpg, .png, .webp or .avif. Rename it, or choose another image.';
  throw new APIError(message, 400, {}, true);
};

/** Refuses, with an update, the text that Payload would refuse after the files, and an alternative text of blanks alone. */
export const checkImageText: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const { data } = args as { data?: Record<string, unknown> };
  if (operation !== 'update' || !data) return args;
  const errors = collection.fields.flatMap((field) => {
    if (field.type !== 'text' && field.type !== 'textarea') return [];
    const [value, label] = [data[field.name], typeof field.label === 'string' ? field.label : field.name];
    if (field.name === 'alt' && value !== undefined && textOf(value) === '') {
      return [{ path: field.name, label, message: 'Describe the image for those who do not see it.' }];
    }
    if (typeof value !== 'string' || !field.maxLength || value.length <= field.maxLength) return [];
    return [{ path: field.name, label, message: `Shorten it to at most ${field.maxLength} characters.` }];
  });
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
  return args;
};

/** Keeps reporters from changing an image that readers see, or saw. It is held, so that nothing publishes it meanwhile. */
export const guardPublicMedia: CollectionBeforeOperationHook = async (given) => {
  const { operation, req } = given;
  const staff = staffOf(req);
  if (operation !== 'update' || !staff || mayPublish(staff.role)) return given.args;
  const held = (await lockRows(given)) as typeof given.args;
  const { id: one, where } = held as { id?: unknown; where?: Where };
  let ids = [one];
  if (where) {
    const { docs } = await req.payload.find({
      collection: 'media',
      where,
      depth: 0,
      pagination: false,
      select: {},
      req,
    });
    ids = docs.map(({ id }) => id);
  }
  for (const id of ids) {
    const known = documentId.safeParse(id);
    if (known.success && (await latestRow(req, 'media', known.data)) !== undefined) {
      throw new APIError('This image has been published. Ask an editor to change it.', 403, {}, true);
    }
  }
  return held;
};
