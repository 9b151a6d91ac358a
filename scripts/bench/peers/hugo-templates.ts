/** Hugo's templates of the site's pages, by their file: the same HTML in substance, written as Hugo has it. */
export const hugoTemplates: Record<string, string> = {
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsHome }}{{ .Site.Title }} – {{ .Site.Params.tagline }}{{ else }}{{ .Title }} | {{ .Site.Title }}{{ end }}</title>
{{ with .Params.standfirst }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="icon" href="/_astro/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/_astro/site.css">
<link rel="preload" href="/_astro/serif.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="preload" href="/_astro/sans.woff2" as="font" type="font/woff2" crossorigin="anonymous">
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ .Site.Title }}"><meta property="og:type" content="website">
<meta property="og:title" content="{{ .Title }}">{{ with .Params.standfirst }}<meta property="og:description" content="{{ . }}">{{ end }}
<link rel="alternate" type="application/atom+xml" title="{{ .Site.Title }}" href="/feed.xml">
<meta name="theme-color" content="#fdfdfb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121617" media="(prefers-color-scheme: dark)">
{{ block "head" . }}{{ end }}</head><body><a class="skip" href="#main">Skip to the content</a>
<header class="masthead"><div class="wrap masthead-bar"><div class="identity">{{ if .IsHome }}<h1 class="nameplate">{{ .Site.Title }}</h1><p class="tagline">{{ .Site.Params.tagline }}</p>{{ else }}<a class="nameplate" href="/">{{ .Site.Title }}</a>{{ end }}</div>
<nav aria-label="Site"><ul class="links"><li><a href="/">Latest</a></li><li><a href="/corrections/">Corrections</a></li><li><a href="/policies/">How we work</a></li><li><a class="account" href="/login/" data-account="/account/">Log in</a></li></ul></nav></div></header>
<main id="main" class="wrap" tabindex="-1">{{ block "main" . }}{{ end }}</main>
<footer class="foot"><div class="wrap"><div><p class="foot-name">{{ .Site.Title }}</p><p>{{ .Site.Params.tagline }}</p><p>Found a mistake? Write to <a href="mailto:{{ .Site.Params.email }}">{{ .Site.Params.email }}</a>.</p></div>
<nav aria-label="About"><ul class="links"><li><a href="/">Latest</a></li><li><a href="/corrections/">Corrections</a></li><li><a href="/policies/">How we work</a></li><li><a href="/feed.xml">Feed</a></li><li><a href="/account/">Your account</a></li><li><a href="/register/">Register</a></li></ul></nav></div></footer></body></html>`,

  'layouts/partials/kicker.html': `<p class="kicker">{{ with .Params.label }}<span class="kind">{{ . }}</span>{{ end }}{{ range .Params.topics }}{{ with site.GetPage (printf "/topics/%s" .) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}</p>`,

  'layouts/partials/dateline.html': `<p class="dateline">{{ with site.GetPage (printf "/places/%s" .Params.place) }}<span class="dateline-place">{{ .Title }}</span>{{ range last 1 .Params.above }}<span class="dateline-country">{{ .name }}</span>{{ end }}{{ end }}<time datetime="{{ .Params.day }}">{{ .Date.Format "2 January 2006" }}</time></p>`,

  'layouts/partials/river.html': `<section class="part"><h2 class="section-heading">{{ .heading }}</h2><ol class="river">{{ range .stories }}<li class="dispatch" lang="{{ .Params.language }}">{{ partial "dateline.html" . }}<article class="story"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="standfirst">{{ .Params.standfirst }}</p>{{ partial "kicker.html" . }}</article></li>{{ end }}</ol></section>`,

  'layouts/articles/single.html': `{{ define "head" }}<meta property="article:published_time" content="{{ .Params.published }}"><meta property="article:modified_time" content="{{ .Params.modified }}">{{ with site.GetPage (printf "/people/%s" .Params.author) }}<meta property="article:author" content="{{ .Permalink }}">{{ end }}
{{ $authors := slice }}{{ with site.GetPage (printf "/people/%s" .Params.author) }}{{ $authors = $authors | append (dict "@type" "Person" "name" .Title "url" .Permalink) }}{{ end }}
{{ $mentions := slice }}{{ range .Params.cast }}{{ with site.GetPage (printf "/people/%s" .) }}{{ $mentions = $mentions | append (dict "@type" "Person" "name" .Title "url" .Permalink) }}{{ end }}{{ end }}
{{ range .Params.places }}{{ with site.GetPage (printf "/places/%s" .) }}{{ $mentions = $mentions | append (dict "@type" "Place" "name" .Title "url" .Permalink) }}{{ end }}{{ end }}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "description" .Params.standfirst "url" .Permalink "datePublished" .Params.published "dateModified" .Params.modified "wordCount" .Params.words "inLanguage" .Params.language "author" $authors "mentions" $mentions "publisher" (dict "@type" "NewsMediaOrganization" "name" .Site.Title "url" .Site.BaseURL) "commentCount" (len .Params.comments) | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article lang="{{ .Params.language }}"><header class="article-head">{{ partial "kicker.html" . }}<h1>{{ .Title }}</h1><p class="standfirst">{{ .Params.standfirst }}</p>
<div class="signed">{{ with site.GetPage (printf "/people/%s" .Params.author) }}<p class="byline">By <a href="{{ .RelPermalink }}" rel="author">{{ .Title }}</a></p>{{ end }}<p>Published <time datetime="{{ .Params.published }}">{{ .Date.Format "2 January 2006 at 15:04" }}</time></p></div></header>
{{ if .Params.corrections }}<p class="notice"><strong>This story has been corrected.</strong> <a href="#corrections">Read what was changed</a></p>{{ end }}
<div class="columns"><div class="words-column">{{ partial "dateline.html" . }}<div class="text">{{ .Content }}</div>
{{ with .Params.corrections }}<section class="corrections" id="corrections" aria-labelledby="corrections-heading"><h2 id="corrections-heading">Correction</h2><ul class="list">{{ range . }}<li><time datetime="{{ .at }}">{{ (time .at).Format "2 January 2006" }}</time> {{ .text }}</li>{{ end }}</ul></section>{{ end }}</div>
<div class="cast"><section aria-labelledby="people-heading"><h2 class="section-heading" id="people-heading">People in this story</h2><ul class="list">{{ $day := .Params.day }}{{ range .Params.cast }}{{ with site.GetPage (printf "/people/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ range .Params.roles }}{{ if and (or (not .from) (le .from $day)) (or (not .to) (le $day .to)) }}<span>{{ .title }}{{ with .organisation }}, {{ . }}{{ end }}</span>{{ end }}{{ end }}</li>{{ end }}{{ end }}</ul></section>
<section aria-labelledby="places-heading"><h2 class="section-heading" id="places-heading">Places in this story</h2><ul class="list">{{ range .Params.places }}{{ with site.GetPage (printf "/places/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ with .Params.above }}<span>{{ range $index, $above := . }}{{ if $index }}, {{ end }}{{ $above.name }}{{ end }}</span>{{ end }}</li>{{ end }}{{ end }}</ul></section></div></div></article>
<section class="comments" id="comments" aria-labelledby="comments-heading"><dl-comments data-article="{{ .Params.id }}" data-time-zone="Africa/Nairobi"><h2 id="comments-heading">Comments (<span data-count>{{ len .Params.comments }}</span>)</h2><p class="house-rules">Be kind.</p><div class="entry" data-entry><h3>Login Required</h3><p>You must be logged in to post a comment.</p><p class="choices"><a class="button" href="/api/reader/login?returnTo={{ .RelPermalink }}">Login</a><a class="button quiet" href="/api/reader/register?returnTo={{ .RelPermalink }}">Register</a></p></div><div class="announcement" role="status" data-announcement></div>
<ol class="thread" data-thread>{{ range first 50 .Params.comments }}<li id="comment-{{ .id }}" class="comment"><header><span class="author">{{ .author }}</span><a href="#comment-{{ .id }}"><time datetime="{{ .at }}">{{ (time .at).Format "2 January 2006 at 15:04" }}</time></a></header><div class="said-here">{{ .html | safeHTML }}</div></li>{{ end }}</ol>{{ if not .Params.comments }}<p class="no-comments" data-empty>No comments yet. Be the first to comment!</p>{{ end }}</dl-comments></section>
{{ with .Params.related }}<section class="related" aria-labelledby="related-heading"><h2 class="section-heading" id="related-heading">Earlier on the topic</h2><ul class="list">{{ range . }}{{ with site.GetPage . }}<li><article class="story" lang="{{ .Params.language }}">{{ partial "kicker.html" . }}<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>{{ partial "dateline.html" . }}</article></li>{{ end }}{{ end }}</ul></section>{{ end }}{{ end }}`,

  'layouts/people/term.html': `{{ define "main" }}{{ $slug := .Params.key }}<header class="subject-head"><div><h1>{{ .Title }}</h1><p class="about">{{ .Params.about }}</p></div></header>
<section class="roles" aria-labelledby="roles-heading"><h2 class="section-heading" id="roles-heading">Roles</h2><ol class="list">{{ range .Params.roles }}<li><span class="when">{{ with .from }}Since {{ (time .).Format "2 January 2006" }}{{ end }}{{ with .to }}Until {{ (time .).Format "2 January 2006" }}{{ end }}</span><span><span class="title">{{ .title }}</span>{{ with .organisation }}<span class="organisation">{{ . }}</span>{{ end }}</span></li>{{ end }}</ol></section>
{{ if .Params.writes }}{{ partial "river.html" (dict "heading" (printf "Stories by %s" .Title) "stories" (first 25 (where .Pages "Params.author" $slug))) }}{{ else }}{{ partial "river.html" (dict "heading" (printf "Stories that mention %s" .Title) "stories" (first 25 .Pages)) }}{{ end }}{{ end }}`,

  'layouts/places/term.html': `{{ define "main" }}<header class="subject-head"><div><p class="what">{{ .Params.label }}{{ range $index, $above := .Params.above }}{{ if $index }}, {{ else }} in {{ end }}<a href="/places/{{ $above.slug }}/">{{ $above.name }}</a>{{ end }}</p><h1>{{ .Title }}</h1><p class="about">{{ .Params.about }}</p></div></header>
{{ with .Params.within }}<section class="within" aria-labelledby="within-heading"><h2 class="section-heading" id="within-heading">Places within</h2><ul class="list">{{ range . }}<li><a href="/places/{{ .slug }}/">{{ .name }}</a></li>{{ end }}</ul></section>{{ end }}
{{ partial "river.html" (dict "heading" (printf "Stories from and about %s" .Title) "stories" (first 25 .Pages)) }}{{ end }}`,

  'layouts/topics/term.html': `{{ define "main" }}<header class="subject-head"><div><p class="what">Topic</p><h1>{{ .Title }}</h1><p class="about">{{ .Params.about }}</p></div></header>
{{ partial "river.html" (dict "heading" "Latest stories" "stories" (first 25 .Pages)) }}{{ end }}`,

  'layouts/months/term.html': `{{ define "main" }}{{ $pages := .Paginate .Pages 50 }}<header class="subject-head"><div><p class="what">Archive</p><h1>{{ .Title }}</h1></div></header>
{{ partial "river.html" (dict "heading" "Stories of the month" "stories" $pages.Pages) }}
<nav class="more" aria-label="Pages of the month">{{ with $pages.Prev }}<a href="{{ .URL }}" rel="next">Later</a>{{ end }}{{ with $pages.Next }}<a href="{{ .URL }}" rel="prev">Earlier</a>{{ end }}</nav>
{{ if not $pages.HasPrev }}<nav class="months" aria-labelledby="months-heading"><h2 class="section-heading" id="months-heading">Every month</h2><ul class="list">{{ range site.Data.months }}<li><a href="{{ .path }}">{{ .title }}</a></li>{{ end }}</ul></nav>{{ end }}{{ end }}`,

  'layouts/index.html': `{{ define "main" }}{{ partial "river.html" (dict "heading" "More dispatches" "stories" (first 25 (where site.RegularPages "Section" "articles"))) }}{{ end }}`,
};
