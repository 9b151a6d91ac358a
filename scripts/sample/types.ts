import type { CommentMode, KindOfWork } from '../../shared/src/article.ts';
import type { Person, Role } from '../../shared/src/person.ts';
import type { Place } from '../../shared/src/place.ts';
import type { Topic } from '../../shared/src/topic.ts';
import type { PaletteName } from './drawings/palette.ts';
import type { PortraitWear } from './drawings/portrait.ts';
import type { SceneName } from './drawings/scenes.ts';

/** A picture: which scene is drawn, in which light, and what it says to those who do not see it. */
export interface SamplePicture {
  name: string;
  scene: SceneName;
  palette: PaletteName;
  /** Moves hills, people and goods about, so that one scene makes several pictures. */
  seed: number;
  alt: string;
  caption: string;
}

/** Somebody in the news or on the staff. `portrait` draws a photo for them. */
export interface SamplePerson extends Pick<Person, 'slug' | 'name' | 'biography'> {
  honorific?: string;
  aliases?: string[];
  portrait?: { seed: number; wear: PortraitWear };
  roles: Role[];
}

/** A place; `parent` is the slug of the one that it lies in. */
export interface SamplePlace extends Pick<Place, 'slug' | 'name' | 'kind' | 'description'> {
  parent?: string;
  aliases?: string[];
}

export type SampleTopic = Pick<Topic, 'slug' | 'name' | 'description'>;

/** An article. People, places, topics and pictures are named by slug; `body` is in the markup of `body.ts`. */
export interface SampleArticle {
  slug: string;
  headline: string;
  standfirst: string;
  kindOfWork?: KindOfWork;
  language?: 'en-KE' | 'sw';
  place: string;
  /** With the newsroom's own offset, `+03:00`, so that its day is the dateline's day. */
  publishedAt: string;
  authors: string[];
  topics: string[];
  leadImage?: string;
  comments?: CommentMode;
  corrections?: { at: string; text: string }[];
  body: string;
}

/** A reader, who signs comments with `name`. */
export interface SampleReader {
  key: string;
  name: string;
}

/** A comment by a reader, so many minutes after its article was published. */
export interface SampleComment {
  reader: string;
  after: number;
  body: string;
  status?: 'held' | 'published' | 'refused' | 'removed';
  refusal?: string;
}
