import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reader_passkeys" ADD COLUMN "name" text;
  ALTER TABLE "mail_queue" ADD COLUMN "claimed_at" timestamp (3) with time zone;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reader_passkeys" DROP COLUMN "name";
  ALTER TABLE "mail_queue" DROP COLUMN "claimed_at";`)
}
