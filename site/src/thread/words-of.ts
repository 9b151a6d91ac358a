import { english, type Words } from '@dateline/shared/english';
import { swahili } from '@dateline/shared/swahili';

/** What only the pages say, and no script. */
const englishPages = {
  comments: 'Comments',
  none: 'There are no comments.',
  noneYet: 'No comments yet. Be the first to comment!',
  loginRequired: 'Login Required',
  mustLogIn: 'You must be logged in to post a comment.',
  login: 'Login',
  register: 'Register',
  loggedInAlready: 'Logged in already?',
  pinned: 'Pinned comment',
  pinnedBy: 'Pinned by the newsroom',
  inThread: 'in the thread',
  pages: 'Pages of comments',
  older: 'Older comments',
  newer: 'Newer comments',
  newest: 'Newest comments',
  pageTitle: (headline: string, page: number) => `Comments on “${headline}”, page ${page}`,
  feedTitle: (headline: string) => `Comments: ${headline}`,
  page: (page: number) => `Comments, page ${page}`,
  earlier: 'Earlier comments',
  conversationTitle: (headline: string, page: number) => `Replies under “${headline}”, page ${page}`,
  conversationPage: (page: number) => `Comments, a conversation, page ${page}`,
  laterReplies: 'Later replies',
  laterRepliesTo: 'Later replies to',
  laterRepliesToHidden: 'Later replies to a comment that is not shown',
  earlierReplies: 'Earlier replies',
  conversationStart: 'Where the conversation begins',
  conversationPages: 'Pages of the conversation',
};

const swahiliPages: typeof englishPages = {
  comments: 'Maoni',
  none: 'Hakuna maoni.',
  noneYet: 'Bado hakuna maoni. Kuwa wa kwanza kutoa maoni!',
  loginRequired: 'Ingia kwanza',
  mustLogIn: 'Ni lazima uingie ili uandike maoni.',
  login: 'Ingia',
  register: 'Jisajili',
  loggedInAlready: 'Umeshaingia?',
  pinned: 'Maoni yaliyobandikwa',
  pinnedBy: 'Yamebandikwa na chumba cha habari',
  inThread: 'kwenye mjadala',
  pages: 'Kurasa za maoni',
  older: 'Maoni ya zamani zaidi',
  newer: 'Maoni mapya zaidi',
  newest: 'Maoni mapya kabisa',
  pageTitle: (headline, page) => `Maoni kuhusu “${headline}”, ukurasa wa ${page}`,
  feedTitle: (headline) => `Maoni: ${headline}`,
  page: (page) => `Maoni, ukurasa wa ${page}`,
  earlier: 'Maoni ya awali',
  conversationTitle: (headline, page) => `Majibu chini ya “${headline}”, ukurasa wa ${page}`,
  conversationPage: (page) => `Maoni, mazungumzo, ukurasa wa ${page}`,
  laterReplies: 'Majibu ya baadaye',
  laterRepliesTo: 'Majibu ya baadaye kwa',
  laterRepliesToHidden: 'Majibu ya baadaye kwa maoni yasiyoonyeshwa',
  earlierReplies: 'Majibu ya awali',
  conversationStart: 'Mazungumzo yanapoanzia',
  conversationPages: 'Kurasa za mazungumzo',
};

const spoken: Record<string, Words & typeof englishPages> = {
  en: { ...english, ...englishPages },
  sw: { ...swahili, ...swahiliPages },
};

const primary = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';
const isSpoken = (tag: string) => Object.hasOwn(spoken, primary(tag));

/**
 * The language in which the thread of a story speaks: the story's where there are words of it, else the site's, else English.
 * @param story A tag such as `sw`.
 * @param site The same; of one language, its kind is the site's, so that dates are written as elsewhere.
 */
export function threadLanguage(story: string, site: string): string {
  const tag = [story, site].find(isSpoken) ?? 'en';
  return primary(tag) === primary(site) ? site : tag;
}

/** @param tag One that {@link threadLanguage} gave. */
export const wordsOf = (tag: string) => spoken[primary(tag)] ?? spoken.en!;
