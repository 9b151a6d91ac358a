import { expect, test } from 'vitest';
import { someArticle, someComment, someSettings } from '../../../tests/support/published-samples.ts';
import { writeThreadFeed } from './thread-feed.ts';

const origin = 'https://courier.example';
const article = { ...someArticle(1, { headline: 'Salt & <i>water</i>' }), closed: false, correctedAt: null };
const feedOf = (...comments: ReturnType<typeof someComment>[]) =>
  writeThreadFeed(
    article,
    comments.map((comment) => ({ comment, address: `/articles/article-1/#comment-${comment.id}` })),
    someSettings(),
    origin,
  );

test('an entry is a comment, known by its id, with its words and where they stand', () => {
  const comment = someComment(1, article.id, { author: 'Juma & Co', html: '<p>Rain &amp; hail</p>' });
  const feed = feedOf(comment);
  expect(feed).toContain(`<id>urn:uuid:${comment.id}</id>`);
  expect(feed).toContain(`href="https://courier.example/articles/article-1/#comment-${comment.id}"`);
  expect(feed).toContain('<author><name>Juma &amp; Co</name></author>');
  expect(feed).toContain('<title>Juma &amp; Co: Rain &amp; hail</title>');
  expect(feed).toContain('<content type="html">&lt;p&gt;Rain &amp;amp; hail&lt;/p&gt;</content>');
  expect(feed).not.toContain('thr:in-reply-to');
});

test('the feed stays the same one when its article moves, and is as new as its newest comment', () => {
  const feed = feedOf(someComment(2, article.id), someComment(1, article.id));
  const head = feed.slice(0, feed.indexOf('<entry'));
  expect(head).toContain(`<id>https://courier.example/comments/${article.id}/feed.xml</id>`);
  expect(head).toContain('<title>Comments: Salt &amp; &lt;i&gt;water&lt;/i&gt;</title>');
  expect(head).toContain(`<updated>${someComment(2, article.id).at}</updated>`);
  expect(head).toContain('<name>The Test Courier</name>');
});

test('the feed of a story in Swahili says so in Swahili', () => {
  const feed = writeThreadFeed({ ...article, language: 'sw' }, [], someSettings(), origin);
  expect(feed).toContain('<title>Maoni: Salt');
});

test('a reply names what it answers', () => {
  const parent = someComment(1, article.id).id;
  expect(feedOf(someComment(2, article.id, { parent, root: parent }))).toContain(
    `<thr:in-reply-to ref="urn:uuid:${parent}"/>`,
  );
});

test('a thread whose comments were all removed has a feed', () => {
  expect(feedOf()).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});
