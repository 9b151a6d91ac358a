import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createFrontServer } from '../../cms/server/front-server.ts';
import { atEnd } from '../support/at-end.ts';
import { buildFully, fill, freshFeed } from '../support/builder.ts';
import { idOf, someArticle, someComment, someMedia, somePerson, somePlace } from '../support/published-samples.ts';

const image = idOf(4, 1);
const governor = idOf(1, 20);
const border = idOf(2, 20);

/** A body with all that a body can hold. */
const everything = `<p><dl-mention kind="person" ref="${governor}">The governor</dl-mention> spoke at
<dl-mention kind="place" ref="${border}">the crossing</dl-mention> of <dl-mention kind="place" ref="${idOf(2, 999)}">an
unpublished town</dl-mention>. <a href="https://example.org/report">The report</a> is long.</p>
<h2>What it says</h2><ul><li>One thing.</li><li>Another.</li></ul><dl-figure ref="${image}"></dl-figure>
<blockquote class="said"><p>It will be built.</p><footer><dl-mention kind="person" ref="${governor}">The governor</dl-mention></footer></blockquote>
<h3>What it does not say</h3><ol><li>Who pays.</li></ol><blockquote><p>A line from the report.</p></blockquote>`;

/** The paths of one page of every kind, and of the states that a page can be in. */
export const pages = {
  'the front page': '/',
  'a story with everything': '/articles/everything/',
  'a story with next to nothing': '/articles/bare/',
  'a story with a very long headline': '/articles/long/',
  'a story with comments': '/articles/article-97/',
  'a person': '/people/governor/',
  'a person in no story': '/people/quiet/',
  'a place within places': '/places/border/',
  'a country': '/places/place-1/',
  'a topic': '/topics/topic-1/',
  'a month': '/archive/2026/01/',
  'the corrections': '/corrections/',
  'the policies': '/policies/',
  'the login page': '/login/',
  'the page to register': '/register/',
  'the account page': '/account/',
  'the shell': '/shell/',
  'no page': '/404.html',
};

function fillRichly(feed: Awaited<ReturnType<typeof freshFeed>>): void {
  fill(feed);
  const roles = [
    { title: 'Governor', organisation: 'Turkwel County', from: '2025-01-01', to: null },
    { title: 'Teacher', organisation: null, from: null, to: '2024-12-31' },
  ];
  const name = 'Josphine Nakwamekwi Lomuria wa Ekeno-Ngikamatak';
  feed.put('media', image, someMedia(1, { caption: 'The crossing at noon.' }));
  feed.put(
    'person',
    governor,
    somePerson(20, { slug: 'governor', name, honorific: 'Hon.', roles, photo: image, aliases: ['J. Lomuria'] }),
  );
  feed.put('person', idOf(1, 21), somePerson(21, { slug: 'quiet', biography: '', roles: [] }));
  feed.put(
    'place',
    border,
    somePlace(20, { slug: 'border', name: 'The Turkwel crossing', kind: 'border', parent: idOf(2, 2) }),
  );
  const everythingId = idOf(5, 200);
  feed.put(
    'article',
    everythingId,
    someArticle(2_000, {
      id: everythingId,
      slug: 'everything',
      kindOfWork: 'analysis',
      bodyHtml: everything,
      dateline: { place: border, date: '2026-03-25' },
      mentions: { people: [governor], places: [border], media: [image] },
      authors: [idOf(1, 1), idOf(1, 2), governor],
      leadImage: image,
      corrections: [{ at: '2026-03-26T08:00:00.000Z', text: 'The crossing was given a wrong name.' }],
    }),
  );
  feed.put('comment', idOf(6, 10), someComment(10, everythingId, { html: '<p>Who pays?</p><p>And<br>when?</p>' }));
  feed.put('comment', idOf(6, 11), someComment(11, everythingId, { removed: true, author: '', html: '' }));
  feed.put(
    'article',
    idOf(5, 201),
    someArticle(2_001, {
      id: idOf(5, 201),
      slug: 'bare',
      kindOfWork: 'opinion',
      standfirst: '',
      topics: [],
      comments: 'closed',
      dateline: { place: null, date: '2026-03-25' },
      mentions: { people: [], places: [], media: [] },
      bodyHtml: '<p>So it is.</p>',
    }),
  );
  const headline =
    'Cross-border committees agree on a timetable for water and pasture, Pneumonoultramicroscopicsilicovolcanoconiosis and the reopening of seventeen livestock routes';
  feed.put(
    'article',
    idOf(5, 202),
    someArticle(2_002, { id: idOf(5, 202), slug: 'long', kindOfWork: 'sponsored', headline }),
  );
}

/** A site with a page of every kind, built by the real builder and served by the real server, as readers get it without the back end. */
export async function servedSite(): Promise<string> {
  const feed = await freshFeed();
  fillRichly(feed);
  const { settings } = await buildFully(feed);
  const away = () => Promise.reject(new Error('There is no back end here.'));
  const server = createFrontServer({
    siteDir: path.resolve(settings.SITE_DIR),
    publicURL: settings.PUBLIC_URL,
    adminURL: settings.PUBLIC_URL,
    adminUpstream: undefined,
    api: {
      options: { publicURL: settings.PUBLIC_URL, mail: { from: 'news@example.org' } },
      getPayload: away,
      getConfig: away,
    },
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  atEnd(() => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
