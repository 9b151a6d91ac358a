import type { FeatureProviderServer } from '@payloadcms/richtext-lexical';
import type { CollectionConfig, Config, Field, GlobalConfig } from 'payload';
import type { NewsroomCollection } from './collections/slugs.ts';
import { mentionFeature } from './mention/feature.ts';

/** What each collection's screens add to Payload's own, by slug. */
export const collectionComponents: Partial<
  Record<NewsroomCollection, NonNullable<CollectionConfig['admin']>['components']>
> = {};

/** What the settings' screen adds. */
export const settingsComponents: NonNullable<GlobalConfig['admin']>['components'] = {};

/** What the whole desk adds. A host's own components stand before these. */
export const rootComponents: NonNullable<Config['admin']>['components'] = {};

/** What an article's editor can do beyond text: the menu of mentions. */
export const bodyFeatures: FeatureProviderServer[] = [mentionFeature()];

/** Fields of kind `ui` in an article's sidebar. */
export const articleSidebar: Field[] = [];
