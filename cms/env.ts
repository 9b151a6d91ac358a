import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { dispatchOf, dispatchSettings, holdDispatchTogether } from './env-dispatch.ts';
import { externalCheckOf, holdCheckTogether, moderationSettings } from './env-moderation.ts';

// Not import.meta.dirname: the desk's bundler leaves it undefined.
const here = path.dirname(fileURLToPath(import.meta.url));

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://news.example.org' })
  .transform((url) => url.replace(/\/+$/, ''));
const port = z.coerce
  .number('must be a port, 0 to 65535')
  .int('must be a port, 0 to 65535')
  .min(0, 'must be a port, 0 to 65535')
  .max(65_535, 'must be a port, 0 to 65535');
const directory = (name: string) =>
  z
    .string()
    .default(path.join(here, '..', '.dateline', name))
    .transform((given) => path.resolve(given));

const settings = z
  .object({
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'must be the address of a database, such as postgres://user:password@host/name',
    }),
    PAYLOAD_SECRET: z
      .string('must be set: any long random text, kept secret')
      .min(16, 'must be at least 16 characters'),
    HOST: z.string().default('localhost'),
    PORT: port.default(4321),
    PUBLIC_URL: address.optional(),
    ADMIN_URL: address.optional(),
    ADMIN_PORT: port.default(0),
    ADMIN_UPSTREAM: address.optional(),
    FEED_HOST: z.string().default('127.0.0.1'),
    FEED_PORT: port.default(0),
    FEED_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
    PREVIEW_URL: address.optional(),
    MEDIA_DIR: directory('media'),
    SITE_DIR: directory('site'),
    MAIL_DIR: directory('mail'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be the address of a mail server, such as smtps://user:password@host' })
      .optional(),
    MAIL_FROM: z.string().default('Newsroom <newsroom@localhost>'),
    TRUSTED_PROXY_HOPS: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .default(0),
    NEXT_DIST: z.string().default('.next'),
    ...dispatchSettings,
    ...moderationSettings,
  })
  .superRefine(holdDispatchTogether)
  .superRefine(holdCheckTogether)
  .transform((given) => {
    const publicURL = given.PUBLIC_URL ?? `http://localhost:${given.PORT}`;
    return {
      ...given,
      PUBLIC_URL: publicURL,
      ADMIN_URL: given.ADMIN_URL ?? publicURL,
      dispatch: dispatchOf(given),
      externalCheck: externalCheckOf(given),
    };
  });

export type Environment = z.output<typeof settings>;

/**
 * The CMS's settings of an environment. An empty value counts as none.
 * @throws An error whose message is one sentence that names the setting.
 */
export function parseEnvironment(environment: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  );
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join('.')} ${issue?.message}.`);
}

function readEnvironment(): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** The settings of this process. */
export const env = readEnvironment();
