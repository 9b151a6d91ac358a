import * as migration_20261123_091536_initial from './20261123_091536_initial.ts';
import * as migration_20261125_033444_publishing from './20261125_033444_publishing.ts';
import * as migration_20261125_055323_accounts from './20261125_055323_accounts.ts';
import * as migration_20261125_062101_retention from './20261125_062101_retention.ts';
import * as migration_20261125_063429_moderation from './20261125_063429_moderation.ts';
import * as migration_20261125_063837_notifications from './20261125_063837_notifications.ts';
import * as migration_20261125_070029_passkeys from './20261125_070029_passkeys.ts';
import * as migration_20261125_072355_replies from './20261125_072355_replies.ts';
import * as migration_20261125_072817_moderation_desk from './20261125_072817_moderation_desk.ts';
import * as migration_20261126_012840_exchange from './20261126_012840_exchange.ts';
import * as migration_20261126_015300_unlogged_limits from './20261126_015300_unlogged_limits.ts';
import * as migration_20261126_021109_bans from './20261126_021109_bans.ts';
import * as migration_20261126_022825_marks from './20261126_022825_marks.ts';
import * as migration_20261126_023359_own_comments from './20261126_023359_own_comments.ts';
import * as migration_20261126_024545_comment_versions from './20261126_024545_comment_versions.ts';
import * as migration_20261126_181421_decided_since from './20261126_181421_decided_since.ts';
import * as migration_20261126_185307_claims from './20261126_185307_claims.ts';
import * as migration_20261126_190016_standing from './20261126_190016_standing.ts';
import * as migration_20261126_194800_desk_reach from './20261126_194800_desk_reach.ts';
import * as migration_20261126_225733_burst_mails from './20261126_225733_burst_mails.ts';
import * as migration_20261126_235749_carried_suspensions from './20261126_235749_carried_suspensions.ts';

export const migrations = [
  {
    up: migration_20261123_091536_initial.up,
    down: migration_20261123_091536_initial.down,
    name: '20261123_091536_initial',
  },
  {
    up: migration_20261125_033444_publishing.up,
    down: migration_20261125_033444_publishing.down,
    name: '20261125_033444_publishing',
  },
  {
    up: migration_20261125_055323_accounts.up,
    down: migration_20261125_055323_accounts.down,
    name: '20261125_055323_accounts',
  },
  {
    up: migration_20261125_062101_retention.up,
    down: migration_20261125_062101_retention.down,
    name: '20261125_062101_retention',
  },
  {
    up: migration_20261125_063429_moderation.up,
    down: migration_20261125_063429_moderation.down,
    name: '20261125_063429_moderation',
  },
  {
    up: migration_20261125_063837_notifications.up,
    down: migration_20261125_063837_notifications.down,
    name: '20261125_063837_notifications',
  },
  {
    up: migration_20261125_070029_passkeys.up,
    down: migration_20261125_070029_passkeys.down,
    name: '20261125_070029_passkeys',
  },
  {
    up: migration_20261125_072355_replies.up,
    down: migration_20261125_072355_replies.down,
    name: '20261125_072355_replies',
  },
  {
    up: migration_20261125_072817_moderation_desk.up,
    down: migration_20261125_072817_moderation_desk.down,
    name: '20261125_072817_moderation_desk',
  },
  {
    up: migration_20261126_012840_exchange.up,
    down: migration_20261126_012840_exchange.down,
    name: '20261126_012840_exchange',
  },
  {
    up: migration_20261126_015300_unlogged_limits.up,
    down: migration_20261126_015300_unlogged_limits.down,
    name: '20261126_015300_unlogged_limits',
  },
  {
    up: migration_20261126_021109_bans.up,
    down: migration_20261126_021109_bans.down,
    name: '20261126_021109_bans',
  },
  {
    up: migration_20261126_022825_marks.up,
    down: migration_20261126_022825_marks.down,
    name: '20261126_022825_marks',
  },
  {
    up: migration_20261126_023359_own_comments.up,
    down: migration_20261126_023359_own_comments.down,
    name: '20261126_023359_own_comments',
  },
  {
    up: migration_20261126_024545_comment_versions.up,
    down: migration_20261126_024545_comment_versions.down,
    name: '20261126_024545_comment_versions',
  },
  {
    up: migration_20261126_181421_decided_since.up,
    down: migration_20261126_181421_decided_since.down,
    name: '20261126_181421_decided_since',
  },
  {
    up: migration_20261126_185307_claims.up,
    down: migration_20261126_185307_claims.down,
    name: '20261126_185307_claims',
  },
  {
    up: migration_20261126_190016_standing.up,
    down: migration_20261126_190016_standing.down,
    name: '20261126_190016_standing',
  },
  {
    up: migration_20261126_194800_desk_reach.up,
    down: migration_20261126_194800_desk_reach.down,
    name: '20261126_194800_desk_reach',
  },
  {
    up: migration_20261126_225733_burst_mails.up,
    down: migration_20261126_225733_burst_mails.down,
    name: '20261126_225733_burst_mails',
  },
  {
    up: migration_20261126_235749_carried_suspensions.up,
    down: migration_20261126_235749_carried_suspensions.down,
    name: '20261126_235749_carried_suspensions'
  },
];
