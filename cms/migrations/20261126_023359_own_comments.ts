import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "readers" ADD COLUMN "shows_comments" boolean DEFAULT false;
  ALTER TABLE "readers" ADD COLUMN "comments_key" varchar;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_own_comments" boolean DEFAULT false;
  CREATE UNIQUE INDEX "readers_comments_key_idx" ON "readers" USING btree ("comments_key");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "readers_comments_key_idx";
  ALTER TABLE "readers" DROP COLUMN "shows_comments";
  ALTER TABLE "readers" DROP COLUMN "comments_key";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_own_comments";`)
}
