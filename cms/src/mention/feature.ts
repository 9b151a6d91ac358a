import { createNode, createServerFeature } from '@payloadcms/richtext-lexical';
import { MentionServerNode } from './lexical-mention.ts';
import { isMention } from './mention-node.ts';

/** Mentions of people and places in a rich text: inline nodes that hold a UUID, inserted from a menu that `@` opens. */
export const mentionFeature = createServerFeature({
  key: 'mention',
  feature: {
    ClientFeature: '@dateline/cms/client#MentionFeatureClient',
    nodes: [
      createNode({
        node: MentionServerNode,
        validations: [
          ({ node }) =>
            isMention(node) ||
            'A mention in the text does not say whom or what it means. Remove it and insert it again.',
        ],
      }),
    ],
  },
});
