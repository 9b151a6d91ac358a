import type { KindOfWork } from '@dateline/shared/article';
import type { Place } from '@dateline/shared/place';

/** What a reader is told of the kind of work; news, being the rule, goes unsaid. */
export const kindLabels: Record<KindOfWork, string | undefined> = {
  news: undefined,
  analysis: 'Analysis',
  opinion: 'Opinion',
  sponsored: 'Sponsored',
};

export const placeKindLabels: Record<Place['kind'], string> = {
  country: 'Country',
  county: 'County',
  city: 'City',
  town: 'Town',
  border: 'Border',
  region: 'Region',
};
