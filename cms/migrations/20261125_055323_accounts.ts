import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reader_tokens" ALTER COLUMN "name" DROP NOT NULL;
  ALTER TABLE "reader_tokens" ALTER COLUMN "password_hash" DROP NOT NULL;
  ALTER TABLE "reader_tokens" ALTER COLUMN "return_to" DROP NOT NULL;
  ALTER TABLE "reader_sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;
  ALTER TABLE "reader_sessions" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "reader_sessions" ADD COLUMN "seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;
  ALTER TABLE "reader_tokens" ADD COLUMN "email" text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reader_tokens" ALTER COLUMN "name" SET NOT NULL;
  ALTER TABLE "reader_tokens" ALTER COLUMN "password_hash" SET NOT NULL;
  ALTER TABLE "reader_tokens" ALTER COLUMN "return_to" SET NOT NULL;
  ALTER TABLE "reader_sessions" DROP COLUMN "device";
  ALTER TABLE "reader_sessions" DROP COLUMN "created_at";
  ALTER TABLE "reader_sessions" DROP COLUMN "seen_at";
  ALTER TABLE "reader_tokens" DROP COLUMN "email";`)
}
