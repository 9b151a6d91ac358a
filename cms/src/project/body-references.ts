import type { Article } from '@dateline/shared/article';
import { idOf } from './reference.ts';

interface Found {
  people: Set<string>;
  places: Set<string>;
  media: Set<string>;
}

function visit(node: unknown, found: Found): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, children, kind, ref, value, fields } = node as Record<string, unknown>;
  const id = idOf(ref);
  if (type === 'mention' && id !== null) {
    if (kind === 'person') found.people.add(id);
    if (kind === 'place') found.places.add(id);
  }
  const upload = idOf(value);
  if (type === 'upload' && upload !== null) found.media.add(upload);
  if (type === 'block') {
    const { blockType, speaker } = (fields ?? {}) as Record<string, unknown>;
    const said = idOf(speaker);
    if (blockType === 'quote' && said !== null) found.people.add(said);
  }
  if (Array.isArray(children)) for (const child of children) visit(child, found);
}

/** What a body refers to, each once, in order of first appearance. */
export function bodyReferences(body: unknown): Article['mentions'] {
  const found: Found = { people: new Set(), places: new Set(), media: new Set() };
  if (typeof body === 'object' && body !== null && 'root' in body) visit(body.root, found);
  return { people: [...found.people], places: [...found.places], media: [...found.media] };
}
