/*
 * Publishes the articles under which the bench posts, in a process of its own: Payload keeps one instance in each. It tells their
 * ids over its channel.
 */
import { openPayload } from '../../../cms/commands/open-payload.ts';

export interface ThreadsPublished {
  ready: true;
  articles: { id: string; slug: string }[];
}

const count = 200;
const block = { version: 1, direction: 'ltr', format: '', indent: 0 };
const words = { type: 'text', version: 1, text: 'Rain fell.', format: 0, detail: 0, mode: 'normal', style: '' };
const paragraph = { ...block, type: 'paragraph', children: [words] };
const bodyOf = (paragraphs: number) => ({
  root: { ...block, type: 'root', children: Array.from({ length: paragraphs }, () => paragraph) },
});
/** The first is read down to its comments, which have to be far below. */
const paragraphsOf = (number: number) => (number === 1 ? 150 : 1);

const payload = await openPayload();
const data = { name: 'Author of the bench', _status: 'published' };
const author = await payload.create({ collection: 'people', data, depth: 0 });
const articles: ThreadsPublished['articles'] = [];
for (let number = 1; number <= count; number++) {
  const article = {
    headline: `Story ${number} of the bench`,
    standfirst: 'What it says.',
    kindOfWork: 'news',
    language: 'en',
    dateline: { date: new Date().toISOString() },
    authors: [author.id],
    comments: 'open',
    body: bodyOf(paragraphsOf(number)),
    _status: 'published',
  };
  const { id, slug } = await payload.create({ collection: 'articles', data: article as never, depth: 0 });
  articles.push({ id: String(id), slug: String(slug) });
}
const told: ThreadsPublished = { ready: true, articles };
process.send?.(told, undefined, {}, () => process.exit(0));
