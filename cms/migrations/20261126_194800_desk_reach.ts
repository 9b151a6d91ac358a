import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "moderation_log_readers" (
  	"log" bigint PRIMARY KEY NOT NULL,
  	"reader" uuid NOT NULL,
  	"reason" text
  );
  
  DROP INDEX "comments_status_idx";
  ALTER TABLE "moderation_log_readers" ADD CONSTRAINT "moderation_log_readers_reader_readers_id_fk" FOREIGN KEY ("reader") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "moderation_log_readers_reader_idx" ON "moderation_log_readers" USING btree ("reader");
  CREATE INDEX "status_createdAt_idx" ON "comments" USING btree ("status","created_at");
  CREATE INDEX "moderation_log_article_idx" ON "moderation_log" USING btree ("article","id");
  CREATE INDEX "moderation_log_act_idx" ON "moderation_log" USING btree ("act","id");
  CREATE INDEX "moderation_log_staff_idx" ON "moderation_log" USING btree ("staff","id");
  CREATE INDEX "comment_recommendations_created_at_idx" ON "comment_recommendations" USING btree ("created_at");`)
  // What the log said of readers in somebody's own words stands beside it from now on, and goes with their accounts.
  await db.execute(sql`
   INSERT INTO "moderation_log_readers" ("log", "reader", "reason")
   SELECT line."id", reader."id", line."reason" FROM "moderation_log" line JOIN "readers" reader
     ON line."reader" = substr(encode(sha256(convert_to('dateline:reader:' || reader."id", 'UTF8')), 'hex'), 1, 32)::uuid;
  ALTER TABLE "moderation_log" DISABLE TRIGGER USER;
  UPDATE "moderation_log" SET "reason" = NULL WHERE "reader" IS NOT NULL AND "reason" IS NOT NULL;
  ALTER TABLE "moderation_log" ENABLE TRIGGER USER;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "moderation_log_readers" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "moderation_log_readers" CASCADE;
  DROP INDEX "status_createdAt_idx";
  DROP INDEX "moderation_log_article_idx";
  DROP INDEX "moderation_log_act_idx";
  DROP INDEX "moderation_log_staff_idx";
  DROP INDEX "comment_recommendations_created_at_idx";
  CREATE INDEX "comments_status_idx" ON "comments" USING btree ("status");`)
}
