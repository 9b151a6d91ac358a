'use client';

import {
  createClientFeature,
  slashMenuBasicGroupWithItems,
  toolbarFeatureButtonsGroupWithItems,
} from '@payloadcms/richtext-lexical/client';
import { $isNodeSelection } from '@payloadcms/richtext-lexical/lexical';
import { openMentionMenu } from './insert-mention.ts';
import { $isMentionNode } from './lexical-mention.ts';
import { MentionIcon } from './mention-icon.tsx';
import { MentionNode } from './mention-node-client.tsx';
import { MentionPlugin } from './mention-plugin.tsx';

const label = 'Mention a person or place';

const toolbar = {
  groups: [
    toolbarFeatureButtonsGroupWithItems([
      {
        key: 'mention',
        ChildComponent: MentionIcon,
        label,
        isActive: ({ selection }) => $isNodeSelection(selection) && $isMentionNode(selection.getNodes()[0]),
        onSelect: ({ editor }) => openMentionMenu(editor),
      },
    ]),
  ],
};

/** What the editor in the browser adds for mentions: their look, the menu, and three ways to open it. */
export const MentionFeatureClient = createClientFeature({
  nodes: [MentionNode],
  plugins: [{ Component: MentionPlugin, position: 'normal' }],
  slashMenu: {
    groups: [
      slashMenuBasicGroupWithItems([
        {
          key: 'mention',
          Icon: MentionIcon,
          keywords: ['mention', 'person', 'people', 'place', '@'],
          label: 'Mention',
          onSelect: ({ editor }) => openMentionMenu(editor),
        },
      ]),
    ],
  },
  toolbarFixed: toolbar,
  toolbarInline: toolbar,
});
