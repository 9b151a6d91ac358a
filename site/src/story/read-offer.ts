import type { Article } from '@dateline/shared/article';
import type { Place } from '@dateline/shared/place';
import type { Topic } from '@dateline/shared/topic';
import type { Picture, Questions } from '../../snapshot/questions.ts';
import { datelinePlaces, placeChain } from './place-chain.ts';

/** What a list shows of a story beside its own words: fewer questions than its page asks. */
export interface Offer {
  topics: Topic[];
  filedFrom: Place[];
  picture: Picture | undefined;
}

/** Reads the first topic, the dateline's place and, where it is shown, the picture. */
export function readOffer(ask: Questions, article: Article, pictured: boolean): Offer {
  const [topic] = article.topics.slice(0, 1).flatMap((id) => ask.topic(id) ?? []);
  const place = article.dateline.place === null ? undefined : ask.place(article.dateline.place);
  return {
    topics: topic ? [topic] : [],
    filedFrom: place ? datelinePlaces(placeChain(ask, place)) : [],
    picture: pictured && article.leadImage !== null ? ask.picture(article.leadImage) : undefined,
  };
}
