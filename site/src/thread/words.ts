import { english } from '@dateline/shared/english';

/** The language of the page's thread, as its tag. */
export const language = document.querySelector('dl-comments')?.closest<HTMLElement>('[lang]')?.lang ?? 'en';

/** The words of that language. Where they are not to be had, the thread speaks English rather than not at all. */
export const words = /^sw(-|$)/i.test(language)
  ? await import('@dateline/shared/swahili').then(
      ({ swahili }) => swahili,
      () => english,
    )
  : english;
