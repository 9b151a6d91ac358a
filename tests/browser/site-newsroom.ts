import path from 'node:path';
import { createFrontServer } from '../../cms/server/front-server.ts';
import type { BuilderSettings } from '../../site/env.ts';
import { buildFully, fill, freshFeed } from '../support/builder.ts';
import { listen } from '../support/listen.ts';
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
  'a page of a thread': `/comments/${idOf(5, 1)}/1/`,
  'a page of a conversation': `/comments/${idOf(6, 300)}/2/`,
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
  'a page that was taken down': '/410.html',
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
  // A thread and a conversation that are cut into pages.
  const marks = { recommendations: 12, staff: true, pick: true };
  for (let number = 300; number < 365; number++)
    feed.put('comment', idOf(6, number), someComment(number, idOf(5, 1), number === 301 ? marks : {}));
  const root = idOf(6, 300);
  for (let number = 400; number < 455; number++) {
    const answers = { root, parent: number === 454 ? idOf(6, 400) : root };
    feed.put('comment', idOf(6, number), someComment(number, idOf(5, 1), answers));
  }
  feed.put('comment', idOf(6, 364), someComment(364, idOf(5, 1), { pinned: true, recommendations: 1 }));
  feed.put(
    'comment',
    idOf(6, 10),
    someComment(10, everythingId, {
      html: '<blockquote><p>It will be built.</p></blockquote><p>Who <em>pays</em>?</p><p>And<br><strong>when</strong>? See <code>a &lt; b</code> or <a href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a>.</p>',
    }),
  );
  const endless = {
    author: 'Mtu'.repeat(20),
    html: `<blockquote><p>${'Neno'.repeat(500)}</p></blockquote><p><code>${'x'.repeat(900)}</code></p>`,
  };
  feed.put('comment', idOf(6, 12), someComment(12, everythingId, endless));
  feed.put(
    'comment',
    idOf(6, 13),
    someComment(13, everythingId, { parent: idOf(6, 12), root: idOf(6, 12), ...endless }),
  );
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

/** Serves a builder's site by the real server, as readers get it without the back end. Returns its address. */
export async function serveSite({ SITE_DIR, PUBLIC_URL: publicURL }: BuilderSettings): Promise<string> {
  const away = () => Promise.reject(new Error('There is no back end here.'));
  const server = createFrontServer({
    siteDir: path.resolve(SITE_DIR),
    publicURL,
    adminURL: publicURL,
    adminUpstream: undefined,
    api: { options: { publicURL, mail: { from: 'news@example.org' } }, getPayload: away },
  });
  return await listen(server, 'localhost');
}

/** A site with a page of every kind, built by the real builder. */
export async function servedSite(): Promise<string> {
  const feed = await freshFeed();
  fillRichly(feed);
  const { settings } = await buildFully(feed);
  return serveSite(settings);
}
