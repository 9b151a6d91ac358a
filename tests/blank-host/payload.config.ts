import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newsroom } from '@dateline/cms';
import { postgresAdapter } from '@payloadcms/db-postgres';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { options } from './options';

const dirname = path.dirname(fileURLToPath(import.meta.url));

/** What a developer has who starts from Payload's own blank app, and the one line that adds the newsroom to it. */
export default buildConfig({
  // Payload would fetch avatars from elsewhere, and tests reach nothing but this machine.
  admin: { user: 'users', avatar: 'default', importMap: { baseDir: dirname } },
  collections: [{ slug: 'users', auth: true, admin: { useAsTitle: 'email' }, fields: [] }],
  db: postgresAdapter({ idType: 'uuidv7', push: false, pool: { connectionString: process.env.DATABASE_URL ?? '' } }),
  editor: lexicalEditor(),
  secret: process.env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
  typescript: { outputFile: path.join(dirname, 'payload-types.ts') },
  plugins: [newsroom(options)],
});
