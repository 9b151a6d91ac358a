import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "comment_versions" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"comment_id" uuid NOT NULL,
  	"body" text NOT NULL,
  	"until" timestamp (3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp(3) with time zone;
  ALTER TABLE "comments" ADD COLUMN "withdrawn_at" timestamp(3) with time zone;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_edit_minutes" numeric DEFAULT 10 NOT NULL;
  ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "comment_versions_comment_idx" ON "comment_versions" USING btree ("comment_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "comment_versions" CASCADE;
  ALTER TABLE "comments" DROP COLUMN "edited_at";
  ALTER TABLE "comments" DROP COLUMN "withdrawn_at";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_edit_minutes";`)
}
