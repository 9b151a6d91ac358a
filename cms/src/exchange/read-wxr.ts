import { commentText } from './comment-text.ts';
import { readInstant, UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readElements, type Element } from './read-elements.ts';

const records = new Set(['/rss', 'channel/item', 'item/wp:comment']);
const texts = new Set([
  'link',
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
  for await (const element of readElements(file, records, texts)) {
    if (element.name === 'item') yield threadOf(element);
    if (element.name === 'wp:comment') yield* commentOf(element);
    if (element.name === 'rss') isWxr = true;
  }
  if (!isWxr) throw new UnreadableFile(file.name, 1, 'There is no <rss> in it: this is no export of WordPress.');
}

const threadOf = ({ serial, text }: Element): Foreign => ({
  is: 'thread',
  key: String(serial),
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

function* commentOf({ within, text }: Element): Generator<Foreign> {
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
    thread: String(within),
    parent: parent === '0' || parent === '' ? null : parent,
    author,
    name,
    text: commentText(text['wp:comment_content'] ?? '', { hasLines: true }),
    at: readInstant(text['wp:comment_date_gmt'] ?? '') ?? readInstant(text['wp:comment_date'] ?? ''),
    skip: skips[text['wp:comment_approved']?.trim() ?? '1'] ?? null,
  };
}
