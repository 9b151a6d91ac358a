import { expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../shared/src/article.ts';
import { previewRoutes } from '../../shared/src/preview.ts';
import { feedClient } from '../../site/builder/feed-client.ts';
import { openPreview } from '../../site/builder/preview-server.ts';
import { intakeOf } from '../../site/builder/intake.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { openTurns } from '../../site/builder/turns.ts';
import { pendingPaths } from '../../site/snapshot/routes.ts';
import { builderSettings, fill, freshFeed, openSiteOf } from '../support/builder.ts';
import { idOf, someArticle } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';
import { openDesk } from './desk.ts';

const token = 'a token of the feed';

async function siteWithPreview() {
  const feed = await freshFeed();
  fill(feed);
  const site = await openSiteOf(await builderSettings(feed));
  const { snapshot, renderer } = site.workshop;
  const client = feedClient(feed.url, feed.token, new AbortController().signal);
  const takeIn = () => pullToHead(intakeOf(site.workshop, client));
  await takeIn();
  await site.render(new AbortController().signal);
  const preview = await openPreview({ token, port: 0, snapshot, renderer, turns: openTurns() });
  onTestFinished(() => {
    preview.close();
    site.close();
  });
  const ask = (path: string, body: unknown, bearer = token) =>
    fetch(preview.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
    });
  return { feed, site, snapshot, takeIn, ask };
}

const draftOf = (more: Partial<Article>) => ({
  kind: 'article',
  data: someArticle(5000, { id: idOf(5, 50), slug: 'not-out-yet', headline: 'Not out yet', ...more }),
});

test('a draft is shown in the real templates, and nothing of it is kept', async () => {
  const { site, snapshot, ask } = await siteWithPreview();
  const before = filesOf(site.release.publicDir);
  const answer = await ask(previewRoutes.page, draftOf({ standfirst: 'Only the desk knows.' }));
  const html = await answer.text();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(html).toContain('Only the desk knows.');
  expect(html).toContain('<header class="article-head"');
  expect(filesOf(site.release.publicDir)).toEqual(before);
  expect(pendingPaths(snapshot, { bulk: false })).toEqual([]);
  expect(snapshot.all("select * from documents where json like '%Only the desk knows%'")).toEqual([]);
  expect(snapshot.all("select * from dependencies where key like '%not-out-yet%'")).toEqual([]);
});

test('the plan names the paths that the publish then looks at', async () => {
  const { feed, snapshot, takeIn, ask } = await siteWithPreview();
  for (const candidate of [
    draftOf({}),
    draftOf({ id: idOf(5, 99), slug: 'habari-mpya', formerSlugs: ['habari-za-leo'] }),
  ]) {
    const plan = await (await ask(previewRoutes.plan, candidate)).json();
    expect(pendingPaths(snapshot, { bulk: false })).toEqual([]);
    feed.put('article', candidate.data.id, candidate.data);
    await takeIn();
    const dirty = pendingPaths(snapshot, { bulk: false }).map(({ path }) => path);
    expect(plan).toEqual({ paths: dirty, total: dirty.length });
    expect(dirty).toContain(`/articles/${candidate.data.slug}/`);
    snapshot.run('delete from dirty');
  }
});

test('without the token, or with what is no article, nothing is shown', async () => {
  const { ask } = await siteWithPreview();
  expect((await ask(previewRoutes.page, draftOf({}), 'another')).status).toBe(401);
  expect((await ask(previewRoutes.plan, draftOf({}), 'another')).status).toBe(401);
  expect((await ask(previewRoutes.page, { kind: 'article', data: { headline: 'x' } })).status).toBe(422);
  expect((await ask('/else', draftOf({}))).status).toBe(404);
});

test('at the desk, drafts are for staff alone, and a builder that is away is named', async () => {
  const desk = await openDesk();
  const { id } = await desk.create('articles', { headline: 'A draft', _status: 'draft' }, { draft: true });
  for (const path of [`/newsroom/preview/${id}`, `/newsroom/plan/${id}`]) {
    expect((await desk.as(null, 'GET', path)).status).toBe(401);
    expect((await desk.as('reporter', 'GET', path)).status).toBe(503);
    expect((await desk.as('reporter', 'GET', path.replace(id, idOf(5, 1)))).status).toBe(404);
  }
  const { body } = await desk.as('editor', 'GET', `/newsroom/plan/${id}`);
  expect(JSON.stringify(body)).toContain('resident builder');
});
