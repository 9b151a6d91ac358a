import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Sentence } from './sentence.ts';

/** What every child is given of our environment as it is: where things are, never a newsroom's settings. */
const passed =
  /^(PATH|HOME|USER|LANG|LC_.*|TZ|TERM|TMPDIR|XDG_.*|NO_COLOR|FORCE_COLOR|SSL_CERT_.*|NODE_EXTRA_CA_CERTS)$/;

/** The environment of a child before its own settings are added. */
export function baseEnvironment(): Record<string, string> & { NODE_ENV: 'production' } {
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && passed.test(name));
  return {
    ...(Object.fromEntries(entries) as Record<string, string>),
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

const address = z.url({ protocol: /^https?$/, error: 'must be an address such as https://news.example.org' });
const port = z.coerce
  .number('must be a port, 0 to 65535')
  .int('must be a port')
  .min(0, 'must be a port')
  .max(65_535, 'must be a port, 0 to 65535');
const directory = z.string().transform((given) => path.resolve(given));

const settings = z.object({
  DATELINE_DIR: directory.default(path.join(import.meta.dirname, '..', '.dateline')),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be the address of a database, such as postgres://user:password@host/name',
    })
    .optional(),
  HOST: z.string().default('localhost'),
  PORT: port.default(4321),
  PUBLIC_URL: address.optional(),
  ADMIN_URL: address.optional(),
  PAYLOAD_SECRET: z.string().min(16, 'must be at least 16 characters').optional(),
  FEED_HOST: z.string().default('127.0.0.1'),
  FEED_PORT: port.default(0),
  FEED_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  MEDIA_DIR: directory.optional(),
  SITE_DIR: directory.optional(),
  SITE_PRECOMPRESS: z.enum(['true', 'false'], 'must be true or false').optional(),
  SITE_IN_PLACE: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number of routes')
    .optional(),
  SITE_DURABLE: z.enum(['true', 'false'], 'must be true or false').optional(),
  MAIL_DIR: directory.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be the address of a mail server, such as smtps://user:password@host' })
    .optional(),
  MAIL_FROM: z.string().optional(),
  TRUSTED_PROXY_HOPS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .optional(),
  // The desk and the server say what is wrong with these.
  BUILD_WEBHOOK_URL: z.string().optional(),
  BUILD_WEBHOOK_SECRET: z.string().optional(),
  GITHUB_DISPATCH_REPOSITORY: z.string().optional(),
  GITHUB_DISPATCH_TOKEN: z.string().optional(),
  GITHUB_API_URL: z.string().optional(),
  MODERATION_WEBHOOK_URL: z.string().optional(),
  MODERATION_WEBHOOK_SECRET: z.string().optional(),
  MODERATION_WEBHOOK_TIMEOUT: z.string().optional(),
});

export type Settings = z.infer<typeof settings>;

/** Takes `.env` into the environment; what is set there already stays. */
export function loadEnvFile(): void {
  const file = path.join(import.meta.dirname, '..', '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The settings of `npm start`, from the environment and `.env`. Throws a {@link Sentence} that names what is wrong. */
export function readSettings(): Settings {
  loadEnvFile();
  return parseSettings(process.env);
}

/** @param environment An empty value counts as none. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  );
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Sentence(`${issue?.path.join('.')} ${issue?.message}.`);
}

/** How often and from which seed `npm run test:soak` tries its properties; the tests read the same names. */
export function readSoakSettings(): Record<string, string> {
  const { SOAK_RUNS = '2000', SOAK_SEED, SOAK_PATH } = process.env;
  return { SOAK_RUNS, ...(SOAK_SEED && { SOAK_SEED }), ...(SOAK_PATH && { SOAK_PATH }) };
}
