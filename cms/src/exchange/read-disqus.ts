import { commentText } from './comment-text.ts';
import { readInstant, UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readElements, type Element } from './read-elements.ts';

const records = new Set(['/disqus', 'disqus/thread', 'disqus/post']);
const texts = new Set([
  'id',
  'link',
  'message',
  'createdAt',
  'isDeleted',
  'isSpam',
  'author/name',
  'author/email',
  'author/username',
  'author/isAnonymous',
]);

/** Disqus's export: `<thread>` and `<post>` one after another, which name one another by `dsq:id`. */
export async function* readDisqus(file: ForeignFile): AsyncGenerator<Foreign> {
  let isDisqus = false;
  for await (const element of readElements(file, records, texts)) {
    if (element.name === 'thread' && element.attributes['dsq:id']) yield threadOf(element);
    if (element.name === 'post' && element.attributes['dsq:id']) yield* postOf(element);
    if (element.name === 'disqus') isDisqus = true;
  }
  if (!isDisqus) throw new UnreadableFile(file.name, 1, 'There is no <disqus> in it: this is no export of Disqus.');
}

const threadOf = ({ attributes, text }: Element): Foreign => ({
  is: 'thread',
  key: attributes['dsq:id'] ?? '',
  url: text.link?.trim() ?? '',
  hints: text.id ? [text.id.trim()] : [],
});

function* postOf({ attributes, attribute, text }: Element): Generator<Foreign> {
  const name = text['author/name']?.trim() ?? '';
  const username = text['author/username']?.trim();
  const isGuest = text['author/isAnonymous'] !== 'false';
  const email = text['author/email']?.trim() || null;
  const author = username && !isGuest ? `user:${username}` : `guest:${email ?? ''}:${name}`;
  yield { is: 'author', key: author, name, email, isConfirmed: !isGuest };
  yield {
    is: 'comment',
    key: attributes['dsq:id'] ?? '',
    thread: attribute['thread@dsq:id'] ?? '',
    parent: attribute['parent@dsq:id'] ?? null,
    author,
    name,
    text: commentText(text.message ?? '', { hasLines: false }),
    at: readInstant(text.createdAt ?? ''),
    skip: text.isSpam === 'true' ? 'spam' : text.isDeleted === 'true' ? 'deleted' : null,
  };
}
