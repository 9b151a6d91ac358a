import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "moderation_log" ADD COLUMN "since" timestamp (3) with time zone;
  CREATE INDEX "moderation_log_waited_idx" ON "moderation_log" USING btree ("at") WHERE act = 'decide' and before = 'held' and after <> 'held';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "moderation_log_waited_idx";
  ALTER TABLE "moderation_log" DROP COLUMN "since";`)
}
