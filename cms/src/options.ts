import type { CollectionConfig, GlobalConfig } from 'payload';
import type { NewsroomCollection } from './collections/slugs.ts';
import type { DispatchOptions } from './dispatch/options.ts';
import type { ExternalCheckOptions } from './moderation/external-check.ts';
import type { PreviewBuilder } from './preview/ask-builder.ts';

type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig;

/** What a host says of its newsroom when it adds the plugin. */
export interface NewsroomOptions {
  /** Where readers find the site, without a trailing slash: `https://news.example.org`. */
  publicURL: string;
  /** Where staff find the desk; the site's own address where it is left out. */
  adminURL?: string;
  mail: { from: string };
  /** The directory of images. Payload's own default, a directory named after the collection, where it is left out. */
  mediaDir?: string;
  /** How many proxies of your own stand in front of the reader API; each is trusted to name the client's address. */
  trustedProxyHops?: number;
  /** The resident builder that shows drafts; without one the desk has no previews. */
  preview?: PreviewBuilder | undefined;
  /** Builders elsewhere that are told of a publish; `runDispatcher` does it, in one process of yours. */
  dispatch?: DispatchOptions;
  /** A service that is asked before a comment is published, and can hold it. */
  externalCheck?: ExternalCheckOptions | undefined;
  /** Reads the site's shell page, which the reader API fills. */
  shell?: () => Promise<string>;
  /** Each is given the plugin's own collection or global, and returns what is used instead. */
  overrides?: Partial<Record<NewsroomCollection, CollectionOverride>> & {
    settings?: (args: { defaultGlobal: GlobalConfig }) => GlobalConfig;
  };
}
