import { commentText } from './comment-text.ts';
import { readInstant, UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readElements, type Element } from './read-elements.ts';

const records = new Set(['/rss', 'channel/item', 'item/wp:comment']);
const texts = new Set([
  'link',
  'wp:post_id',
  'wp:post_name',
  'wp:comment_id',
  'wp:comment_author',
  'wp:comment_author_email',
  'wp:comment_date',
  'wp:comment_date_gmt',
  'wp:comment_content',
  'wp:comment_approved',
  'wp:comment_type',
  'wp:comment_parent',
  'wp:comment_user_id',
]);

/** WordPress's export (WXR): each `<item>` is an article, with its `<wp:comment>` in it. Pings are no comments. */
export async function* readWxr(file: ForeignFile): AsyncGenerator<Foreign> {
  let isWxr = false;
  // One export may be several files, which count from 1 each. Told once, as its comments come before the whole of it.
  const keys = new WeakMap<Element, string>();
  const keyOf = (item: Element): string => {
    const key = keys.get(item) ?? (item.text['wp:post_id']?.trim() || `${file.name}#${item.serial}`);
    keys.set(item, key);
    return key;
  };
  for await (const element of readElements(file, records, texts)) {
    if (element.name === 'item') yield threadOf(element, keyOf(element));
    if (element.name === 'wp:comment' && element.within) yield* commentOf(element, keyOf(element.within));
    if (element.name === 'rss') isWxr = true;
  }
  if (!isWxr) throw new UnreadableFile(file.name, 1, 'There is no <rss> in it: this is no export of WordPress.');
}

const threadOf = ({ text }: Element, key: string): Foreign => ({
  is: 'thread',
  key,
  url: text.link?.trim() ?? '',
  hints: text['wp:post_name'] ? [text['wp:post_name'].trim()] : [],
});

const skips: Record<string, 'deleted' | 'spam' | 'waiting'> = {
  '0': 'waiting',
  hold: 'waiting',
  spam: 'spam',
  trash: 'deleted',
  'post-trashed': 'deleted',
};

function* commentOf({ text }: Element, thread: string): Generator<Foreign> {
  const type = text['wp:comment_type']?.trim() ?? '';
  if (type !== '' && type !== 'comment') return;
  const name = text['wp:comment_author']?.trim() ?? '';
  const email = text['wp:comment_author_email']?.trim() || null;
  const user = text['wp:comment_user_id']?.trim() ?? '0';
  const isUser = user !== '0' && user !== '';
  const parent = text['wp:comment_parent']?.trim() ?? '0';
  const author = isUser ? `user:${user}` : `guest:${email ?? ''}:${name}`;
  yield { is: 'author', key: author, name, email, isConfirmed: isUser };
  yield {
    is: 'comment',
    key: text['wp:comment_id']?.trim() ?? '',
    thread,
    parent: parent === '0' || parent === '' ? null : parent,
    author,
    name,
    text: commentText(text['wp:comment_content'] ?? '', { hasLines: true }),
    at: readInstant(text['wp:comment_date_gmt'] ?? '') ?? readInstant(text['wp:comment_date'] ?? ''),
    skip: skips[text['wp:comment_approved']?.trim() ?? '1'] ?? null,
  };
}
