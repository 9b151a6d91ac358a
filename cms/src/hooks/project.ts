import type { PayloadRequest } from 'payload';
import type { EditorialCollection } from '../collections/slugs.ts';
import { projectArticle } from '../project/article.ts';
import { bodyReferences } from '../project/body-references.ts';
import { projectPerson } from '../project/person.ts';
import { projectPlace } from '../project/place.ts';
import { textOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';
import { projectTopic } from '../project/topic.ts';

async function namesOf(req: PayloadRequest, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await req.payload.db.find<Row>({
    collection: 'people',
    where: { id: { in: ids } },
    pagination: false,
    joins: false,
    select: { name: true },
    req,
  });
  return new Map(docs.map(({ id, name }) => [id, textOf(name)]));
}

/** A document of the desk as its published shape, not yet held against the contract. */
export async function project(
  req: PayloadRequest,
  collection: EditorialCollection,
  row: Row,
): Promise<{ slug: string; formerSlugs: string[] }> {
  switch (collection) {
    case 'articles': {
      const names = await namesOf(req, bodyReferences(row.body).people);
      return projectArticle(row, (person) => names.get(person) ?? '');
    }
    case 'people':
      return projectPerson(row);
    case 'places':
      return projectPlace(row);
    case 'topics':
      return projectTopic(row);
  }
}
