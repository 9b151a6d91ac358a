/** Eleventy's templates of the site's pages, by their file: the same HTML in substance, as functions, its fastest form. */
export const eleventyTemplates: Record<string, string> = {
  'eleventy.config.js': `export default function (config) {
  config.setQuietMode(true);
  return {
    dir: { input: 'content', includes: '../templates', output: '../out' },
    templateFormats: ['html', '11ty.js'],
    htmlTemplateEngine: false,
  };
}
`,

  // Read once, beside Eleventy's data cascade, which would be merged anew for every page.
  'newsroom.js': `import fs from 'node:fs';
const read = (name) => JSON.parse(fs.readFileSync(new URL('./' + name, import.meta.url), 'utf8'));
const bySlug = (list) => new Map(list.map((each) => [each.slug, each]));
export const peopleList = read('people.json');
export const placesList = read('places.json');
export const topicsList = read('topics.json');
export const people = bySlug(peopleList);
export const places = bySlug(placesList);
export const topics = bySlug(topicsList);
export const stories = fs.readFileSync(new URL('./stories.ndjson', import.meta.url), 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
export const storyAt = bySlug(stories);
const lists = new Map();
const add = (key, story) => { const list = lists.get(key); if (!list) lists.set(key, [story]); else if (list.length < 25) list.push(story); };
export const months = new Map();
for (const story of stories) {
  for (const slug of story.people) add('p ' + slug, story);
  for (const slug of story.places) add('l ' + slug, story);
  for (const slug of story.topics) add('t ' + slug, story);
  add('a ' + story.author, story);
  const month = story.published.slice(0, 7);
  if (!months.has(month)) months.set(month, []);
  months.get(month).push(story);
}
export const under = (key) => lists.get(key) ?? [];
`,

  'view.js': `import { people, places, topics } from './newsroom.js';
const site = { name: 'The Bench Courier', tagline: 'An archive that was made up to be measured', email: 'desk@courier.example', origin: 'http://localhost:4321' };
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Africa/Nairobi' });
const instants = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Africa/Nairobi' });
export const day = (text) => days.format(new Date(text));
export const instant = (text) => instants.format(new Date(text));
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const esc = (text) => text.replace(/[&<>"]/g, (character) => escapes[character]);
export const page = ({ title, description, path, head = '' }, main) => \`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>\${title ? esc(title) + ' | ' + site.name : site.name + ' – ' + site.tagline}</title>
\${description ? \`<meta name="description" content="\${esc(description)}">\` : ''}
<link rel="icon" href="/_astro/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/_astro/site.css">
<link rel="preload" href="/_astro/serif.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="preload" href="/_astro/sans.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="canonical" href="\${site.origin}\${path}"><meta property="og:url" content="\${site.origin}\${path}">
<meta property="og:site_name" content="\${site.name}"><meta property="og:type" content="website">
<meta property="og:title" content="\${esc(title ?? site.name)}">\${description ? \`<meta property="og:description" content="\${esc(description)}">\` : ''}
<link rel="alternate" type="application/atom+xml" title="\${site.name}" href="/feed.xml">
<meta name="theme-color" content="#fdfdfb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121617" media="(prefers-color-scheme: dark)">
\${head}</head><body><a class="skip" href="#main">Skip to the content</a>
<header class="masthead"><div class="wrap masthead-bar"><div class="identity">\${title ? \`<a class="nameplate" href="/">\${site.name}</a>\` : \`<h1 class="nameplate">\${site.name}</h1><p class="tagline">\${site.tagline}</p>\`}</div>
<nav aria-label="Site"><ul class="links"><li><a href="/">Latest</a></li><li><a href="/corrections/">Corrections</a></li><li><a href="/policies/">How we work</a></li><li><a class="account" href="/login/" data-account="/account/">Log in</a></li></ul></nav></div></header>
<main id="main" class="wrap" tabindex="-1">\${main}</main>
<footer class="foot"><div class="wrap"><div><p class="foot-name">\${site.name}</p><p>\${site.tagline}</p><p>Found a mistake? Write to <a href="mailto:\${site.email}">\${site.email}</a>.</p></div>
<nav aria-label="About"><ul class="links"><li><a href="/">Latest</a></li><li><a href="/corrections/">Corrections</a></li><li><a href="/policies/">How we work</a></li><li><a href="/feed.xml">Feed</a></li><li><a href="/account/">Your account</a></li><li><a href="/register/">Register</a></li></ul></nav></div></footer></body></html>\`;
export const kicker = (story) => \`<p class="kicker">\${story.label ? \`<span class="kind">\${story.label}</span>\` : ''}\${story.topics.map((slug) => \`<a href="/topics/\${slug}/">\${topics.get(slug).name}</a>\`).join('')}</p>\`;
export const dateline = (story) => { const place = places.get(story.place); const country = place.above.at(-1); return \`<p class="dateline"><span class="dateline-place">\${place.name}</span>\${country ? \`<span class="dateline-country">\${country.name}</span>\` : ''}<time datetime="\${story.day}">\${day(story.day)}</time></p>\`; };
export const river = (heading, stories) => stories.length === 0 ? '' : \`<section class="part"><h2 class="section-heading">\${heading}</h2><ol class="river">\${stories.map((story) => \`<li class="dispatch" lang="\${story.language}">\${dateline(story)}<article class="story"><h3><a href="/articles/\${story.slug}/">\${esc(story.headline)}</a></h3><p class="standfirst">\${esc(story.standfirst)}</p>\${kicker(story)}</article></li>\`).join('')}</ol></section>\`;
export { site, people, places, topics };
`,

  'templates/story.11ty.js': `import { esc, page, kicker, dateline, day, instant, people, places, site } from '../view.js';
import { storyAt } from '../newsroom.js';
const rolesOn = (roles, on) => roles.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));
export function render({ slug, comments, content }) {
  const story = storyAt.get(slug);
  const author = people.get(story.author);
  const cast = story.people.map((each) => people.get(each));
  const where = story.places.map((each) => places.get(each));
  const url = site.origin + '/articles/' + slug + '/';
  const entity = (type, folder) => ({ name, slug }) => ({ '@type': type, name, url: site.origin + '/' + folder + '/' + slug + '/' });
  const structured = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: story.headline, description: story.standfirst, url, datePublished: story.published, dateModified: story.modified, wordCount: story.words, inLanguage: story.language, author: [entity('Person', 'people')(author)], mentions: [...cast.map(entity('Person', 'people')), ...where.map(entity('Place', 'places'))], publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: site.origin }, commentCount: comments.length };
  const head = \`<meta property="article:published_time" content="\${story.published}"><meta property="article:modified_time" content="\${story.modified}"><meta property="article:author" content="\${site.origin}/people/\${author.slug}/"><script type="application/ld+json">\${JSON.stringify(structured).replaceAll('<', '\\\\u003c')}</script>\`;
  return page({ title: story.headline, description: story.standfirst, path: '/articles/' + slug + '/', head }, \`<article lang="\${story.language}"><header class="article-head">\${kicker(story)}<h1>\${esc(story.headline)}</h1><p class="standfirst">\${esc(story.standfirst)}</p>
<div class="signed"><p class="byline">By <a href="/people/\${author.slug}/" rel="author">\${author.name}</a></p><p>Published <time datetime="\${story.published}">\${instant(story.published)}</time></p></div></header>
\${story.corrections.length > 0 ? '<p class="notice"><strong>This story has been corrected.</strong> <a href="#corrections">Read what was changed</a></p>' : ''}
<div class="columns"><div class="words-column">\${dateline(story)}<div class="text">\${content}</div>
\${story.corrections.length > 0 ? \`<section class="corrections" id="corrections" aria-labelledby="corrections-heading"><h2 id="corrections-heading">Correction</h2><ul class="list">\${story.corrections.map(({ at, text }) => \`<li><time datetime="\${at}">\${day(at)}</time> \${esc(text)}</li>\`).join('')}</ul></section>\` : ''}</div>
<div class="cast"><section aria-labelledby="people-heading"><h2 class="section-heading" id="people-heading">People in this story</h2><ul class="list">\${cast.map((person) => \`<li><a href="/people/\${person.slug}/">\${person.name}</a>\${rolesOn(person.roles, story.day).map(({ title, organisation }) => \`<span>\${title}\${organisation ? ', ' + organisation : ''}</span>\`).join('')}</li>\`).join('')}</ul></section>
<section aria-labelledby="places-heading"><h2 class="section-heading" id="places-heading">Places in this story</h2><ul class="list">\${where.map((place) => \`<li><a href="/places/\${place.slug}/">\${place.name}</a>\${place.above.length > 0 ? \`<span>\${place.above.map(({ name }) => name).join(', ')}</span>\` : ''}</li>\`).join('')}</ul></section></div></div></article>
<section class="comments" id="comments" aria-labelledby="comments-heading"><dl-comments data-article="\${story.id}" data-time-zone="Africa/Nairobi"><h2 id="comments-heading">Comments (<span data-count>\${comments.length}</span>)</h2><p class="house-rules">Be kind.</p><div class="entry" data-entry><h3>Login Required</h3><p>You must be logged in to post a comment.</p><p class="choices"><a class="button" href="/api/reader/login?returnTo=/articles/\${slug}/">Login</a><a class="button quiet" href="/api/reader/register?returnTo=/articles/\${slug}/">Register</a></p></div><div class="announcement" role="status" data-announcement></div>
<ol class="thread" data-thread>\${comments.slice(0, 50).map(({ id, author, at, html }) => \`<li id="comment-\${id}" class="comment"><header><span class="author">\${esc(author)}</span><a href="#comment-\${id}"><time datetime="\${at}">\${instant(at)}</time></a></header><div class="said-here">\${html}</div></li>\`).join('')}</ol>\${comments.length === 0 ? '<p class="no-comments" data-empty>No comments yet. Be the first to comment!</p>' : ''}</dl-comments></section>
\${story.related.length > 0 ? \`<section class="related" aria-labelledby="related-heading"><h2 class="section-heading" id="related-heading">Earlier on the topic</h2><ul class="list">\${story.related.map((each) => storyAt.get(each)).map((other) => \`<li><article class="story" lang="\${other.language}">\${kicker(other)}<h3><a href="/articles/\${other.slug}/">\${esc(other.headline)}</a></h3>\${dateline(other)}</article></li>\`).join('')}</ul></section>\` : ''}\`);
}
`,

  'content/people.11ty.js': `import { page, river, esc, people, day } from '../view.js';
import { peopleList, under } from '../newsroom.js';
export const data = { keys: peopleList.map(({ slug }) => slug), pagination: { data: 'keys', size: 1, alias: 'key' }, permalink: ({ key }) => '/people/' + key + '/', eleventyExcludeFromCollections: true };
export function render({ key }) {
  const person = people.get(key);
  return page({ title: person.name, description: person.biography, path: '/people/' + key + '/' }, \`<header class="subject-head"><div><h1>\${person.name}</h1><p class="about">\${esc(person.biography)}</p></div></header>
<section class="roles" aria-labelledby="roles-heading"><h2 class="section-heading" id="roles-heading">Roles</h2><ol class="list">\${person.roles.map(({ title, organisation, from, to }) => \`<li><span class="when">\${from ? 'Since ' + day(from) : ''}\${to ? 'Until ' + day(to) : ''}</span><span><span class="title">\${title}</span>\${organisation ? \`<span class="organisation">\${organisation}</span>\` : ''}</span></li>\`).join('')}</ol></section>
\${river('Stories by ' + person.name, under('a ' + key))}\${river('Stories that mention ' + person.name, under('p ' + key))}\`);
}
`,

  'content/places.11ty.js': `import { page, river, esc, places } from '../view.js';
import { placesList, under } from '../newsroom.js';
export const data = { keys: placesList.map(({ slug }) => slug), pagination: { data: 'keys', size: 1, alias: 'key' }, permalink: ({ key }) => '/places/' + key + '/', eleventyExcludeFromCollections: true };
const links = (list) => list.map(({ slug, name }) => \`<a href="/places/\${slug}/">\${name}</a>\`);
export function render({ key }) {
  const place = places.get(key);
  return page({ title: place.name, description: place.description, path: '/places/' + key + '/' }, \`<header class="subject-head"><div><p class="what">\${place.kind}\${place.above.length > 0 ? ' in ' + links(place.above).join(', ') : ''}</p><h1>\${place.name}</h1><p class="about">\${esc(place.description)}</p></div></header>
\${place.within.length > 0 ? \`<section class="within" aria-labelledby="within-heading"><h2 class="section-heading" id="within-heading">Places within</h2><ul class="list">\${links(place.within).map((link) => '<li>' + link + '</li>').join('')}</ul></section>\` : ''}
\${river('Stories from and about ' + place.name, under('l ' + key))}\`);
}
`,

  'content/topics.11ty.js': `import { page, river, esc, topics } from '../view.js';
import { topicsList, under } from '../newsroom.js';
export const data = { keys: topicsList.map(({ slug }) => slug), pagination: { data: 'keys', size: 1, alias: 'key' }, permalink: ({ key }) => '/topics/' + key + '/', eleventyExcludeFromCollections: true };
export function render({ key }) {
  const topic = topics.get(key);
  return page({ title: topic.name, description: topic.description, path: '/topics/' + key + '/' }, \`<header class="subject-head"><div><p class="what">Topic</p><h1>\${topic.name}</h1><p class="about">\${esc(topic.description)}</p></div></header>\${river('Latest stories', under('t ' + key))}\`);
}
`,

  'content/months.11ty.js': `import { page, river } from '../view.js';
import { months } from '../newsroom.js';
const pathOf = (month, number) => '/archive/' + month.replace('-', '/') + '/' + (number > 1 ? number + '/' : '');
const size = 50;
const keys = [...months].flatMap(([month, stories]) => Array.from({ length: Math.ceil(stories.length / size) }, (_, index) => ({ month, number: index + 1 })));
export const data = { keys, pagination: { data: 'keys', size: 1, alias: 'key' }, permalink: ({ key }) => pathOf(key.month, key.number), eleventyExcludeFromCollections: true };
export function render({ key: { month, number } }) {
  const stories = months.get(month);
  const isLast = number * size >= stories.length;
  return page({ title: month, description: 'Every story of ' + month, path: pathOf(month, number) }, \`<header class="subject-head"><div><p class="what">Archive</p><h1>\${month}</h1></div></header>\${river('Stories of the month', stories.slice((number - 1) * size, number * size))}
<nav class="more" aria-label="Pages of the month">\${number > 1 ? \`<a href="\${pathOf(month, number - 1)}" rel="next">Later</a>\` : ''}\${isLast ? '' : \`<a href="\${pathOf(month, number + 1)}" rel="prev">Earlier</a>\`}</nav>
\${number === 1 ? \`<nav class="months" aria-labelledby="months-heading"><h2 class="section-heading" id="months-heading">Every month</h2><ul class="list">\${[...months.keys()].map((each) => \`<li><a href="\${pathOf(each, 1)}">\${each}</a></li>\`).join('')}</ul></nav>\` : ''}\`);
}
`,

  'content/index.11ty.js': `import { page, river } from '../view.js';
import { stories } from '../newsroom.js';
export const data = { permalink: '/', eleventyExcludeFromCollections: true };
export const render = () => page({ path: '/' }, river('More dispatches', stories.slice(0, 25)));
`,
};
