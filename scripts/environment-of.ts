import path from 'node:path';
import type { Settings } from './env.ts';
import type { Secrets } from './secrets.ts';

/** What every process of ours is told, whichever it is. */
export type Environment = Record<string, string> & {
  PUBLIC_URL: string;
  ADMIN_URL: string;
  FEED_HOST: string;
  FEED_TOKEN: string;
  SITE_DIR: string;
  MAIL_DIR: string;
};

const passedOn = [
  'SMTP_URL',
  'MAIL_FROM',
  'TRUSTED_PROXY_HOPS',
  'SITE_PRECOMPRESS',
  'SITE_DURABLE',
  'SITE_IN_PLACE',
  'BUILD_WEBHOOK_URL',
  'BUILD_WEBHOOK_SECRET',
  'GITHUB_DISPATCH_REPOSITORY',
  'GITHUB_DISPATCH_TOKEN',
  'GITHUB_API_URL',
  'MODERATION_WEBHOOK_URL',
  'MODERATION_WEBHOOK_SECRET',
  'MODERATION_WEBHOOK_TIMEOUT',
] as const;

/** The environment that the settings of one installation come to, with what they leave open filled in. */
export function environmentOf(settings: Settings, secrets: Secrets, databaseURL: string, port: number): Environment {
  const dir = settings.DATELINE_DIR;
  const publicURL = settings.PUBLIC_URL ?? `http://localhost:${port}`;
  const optional = passedOn
    .filter((name) => settings[name] !== undefined)
    .map((name) => [name, String(settings[name])] as const);
  return {
    ...Object.fromEntries(optional),
    DATABASE_URL: databaseURL,
    PAYLOAD_SECRET: settings.PAYLOAD_SECRET ?? secrets.payloadSecret,
    PUBLIC_URL: publicURL,
    ADMIN_URL: settings.ADMIN_URL ?? publicURL,
    HOST: settings.HOST,
    PORT: String(port),
    FEED_HOST: settings.FEED_HOST,
    FEED_TOKEN: settings.FEED_TOKEN ?? secrets.feedToken,
    MEDIA_DIR: settings.MEDIA_DIR ?? path.join(dir, 'media'),
    SITE_DIR: settings.SITE_DIR ?? path.join(dir, 'site'),
    MAIL_DIR: settings.MAIL_DIR ?? path.join(dir, 'mail'),
  };
}
