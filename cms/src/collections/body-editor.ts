import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical';
import type { Block } from 'payload';
import { bodyFeatures } from '../admin-components.ts';

/** Somebody's words: what they said, who said it, and where. */
const quoteBlock: Block = {
  slug: 'quote',
  interfaceName: 'QuoteBlock',
  fields: [
    { name: 'text', type: 'textarea', required: true },
    { name: 'speaker', type: 'relationship', relationTo: 'people' },
    {
      name: 'source',
      type: 'text',
      admin: { description: 'Where it was said, or who said it where they have no page.' },
    },
  ],
};

/** What an article's body may hold. The published HTML knows each of these and nothing else. */
export const bodyEditor: ReturnType<typeof lexicalEditor> = lexicalEditor({
  features: () => [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    HorizontalRuleFeature(),
    LinkFeature({ enabledCollections: [], disableAutoLinks: true }),
    UploadFeature({ enabledCollections: ['media'] }),
    BlocksFeature({ blocks: [quoteBlock] }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ...bodyFeatures,
  ],
});
