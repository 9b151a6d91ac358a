import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresAdapter } from '@payloadcms/db-postgres';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { env } from './env.ts';
import { deskMail } from './server/desk-mail.ts';
import { newsroom } from './src/index.ts';
import { shellFile } from './src/readers/shell-file.ts';

// Not import.meta.dirname: the desk's bundler leaves it undefined.
const here = path.dirname(fileURLToPath(import.meta.url));

export default buildConfig({
  secret: env.PAYLOAD_SECRET,
  serverURL: env.ADMIN_URL,
  routes: { admin: '/admin', api: '/admin/api' },
  csrf: [...new Set([new URL(env.ADMIN_URL).origin])],
  graphQL: { disable: true },
  telemetry: false,
  typescript: { autoGenerate: false },
  admin: {
    avatar: 'default',
    importMap: {
      baseDir: here,
      importMapFile: path.join(here, 'app/(payload)/admin/import-map.ts'),
      autoGenerate: false,
    },
  },
  db: postgresAdapter({
    idType: 'uuidv7',
    push: false,
    migrationDir: path.join(here, 'migrations'),
    pool: {
      connectionString: env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  }),
  editor: lexicalEditor(),
  email: deskMail({ from: env.MAIL_FROM, directory: env.MAIL_DIR, smtpURL: env.SMTP_URL }),
  sharp,
  plugins: [
    newsroom({
      publicURL: env.PUBLIC_URL,
      adminURL: env.ADMIN_URL,
      mail: { from: env.MAIL_FROM },
      mediaDir: env.MEDIA_DIR,
      trustedProxyHops: env.TRUSTED_PROXY_HOPS,
      preview: env.PREVIEW_URL && env.FEED_TOKEN ? { url: env.PREVIEW_URL, token: env.FEED_TOKEN } : undefined,
      dispatch: env.dispatch,
      externalCheck: env.externalCheck,
      shell: shellFile(path.join(env.SITE_DIR, 'current/public/shell/index.html')),
    }),
  ],
});
