import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_comment_policy_new_readers" AS ENUM('hold', 'publish');
  CREATE TYPE "public"."enum__articles_v_version_comment_policy_new_readers" AS ENUM('hold', 'publish');
  CREATE TYPE "public"."enum_sensitive_subjects_rule" AS ENUM('held', 'closed');
  CREATE TYPE "public"."enum_newsroom_settings_moderation_words_do" AS ENUM('hold', 'refuse');
  CREATE TABLE "sensitive_subjects" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"rule" "enum_sensitive_subjects_rule" DEFAULT 'held' NOT NULL,
  	"until" timestamp(3) with time zone,
  	"reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sensitive_subjects_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"people_id" uuid,
  	"places_id" uuid
  );
  
  CREATE TABLE "newsroom_settings_moderation_words" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"language" varchar,
  	"do" "enum_newsroom_settings_moderation_words_do" DEFAULT 'hold' NOT NULL,
  	"list" varchar NOT NULL
  );
  
  CREATE TABLE "moderation_log" (
  	"id" bigserial PRIMARY KEY NOT NULL,
  	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
  	"staff" uuid,
  	"staff_name" text,
  	"act" text NOT NULL,
  	"comment" uuid,
  	"reader" uuid,
  	"article" uuid,
  	"before" text,
  	"after" text,
  	"reason" text,
  	"batch" uuid
  );
  
  ALTER TABLE "articles" ADD COLUMN "comment_policy_new_readers" "enum_articles_comment_policy_new_readers";
  ALTER TABLE "articles" ADD COLUMN "comment_policy_links" numeric;
  ALTER TABLE "articles" ADD COLUMN "comment_policy_close_after_days" numeric;
  ALTER TABLE "_articles_v" ADD COLUMN "version_comment_policy_new_readers" "enum__articles_v_version_comment_policy_new_readers";
  ALTER TABLE "_articles_v" ADD COLUMN "version_comment_policy_links" numeric;
  ALTER TABLE "_articles_v" ADD COLUMN "version_comment_policy_close_after_days" numeric;
  ALTER TABLE "comments" ADD COLUMN "refusal_reason" varchar;
  ALTER TABLE "comments" ADD COLUMN "held_for" varchar;
  ALTER TABLE "comments" ADD COLUMN "fingerprint" varchar;
  ALTER TABLE "readers" ADD COLUMN "suspended_until" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "sensitive_subjects_id" uuid;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_close_all" boolean DEFAULT false;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_hold_all" boolean DEFAULT false;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_trust_after" numeric DEFAULT 1 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_links" numeric DEFAULT 2 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_shortest" numeric DEFAULT 2 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_longest" numeric DEFAULT 5000 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_reader_per_hour" numeric DEFAULT 30 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_thread_per_ten_minutes" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_reports" numeric DEFAULT 3 NOT NULL;
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_close_after_days" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "sensitive_subjects_rels" ADD CONSTRAINT "sensitive_subjects_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sensitive_subjects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sensitive_subjects_rels" ADD CONSTRAINT "sensitive_subjects_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sensitive_subjects_rels" ADD CONSTRAINT "sensitive_subjects_rels_places_fk" FOREIGN KEY ("places_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "newsroom_settings_moderation_words" ADD CONSTRAINT "newsroom_settings_moderation_words_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."newsroom_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "sensitive_subjects_updated_at_idx" ON "sensitive_subjects" USING btree ("updated_at");
  CREATE INDEX "sensitive_subjects_created_at_idx" ON "sensitive_subjects" USING btree ("created_at");
  CREATE INDEX "sensitive_subjects_rels_order_idx" ON "sensitive_subjects_rels" USING btree ("order");
  CREATE INDEX "sensitive_subjects_rels_parent_idx" ON "sensitive_subjects_rels" USING btree ("parent_id");
  CREATE INDEX "sensitive_subjects_rels_path_idx" ON "sensitive_subjects_rels" USING btree ("path");
  CREATE INDEX "sensitive_subjects_rels_people_id_idx" ON "sensitive_subjects_rels" USING btree ("people_id");
  CREATE INDEX "sensitive_subjects_rels_places_id_idx" ON "sensitive_subjects_rels" USING btree ("places_id");
  CREATE INDEX "newsroom_settings_moderation_words_order_idx" ON "newsroom_settings_moderation_words" USING btree ("_order");
  CREATE INDEX "newsroom_settings_moderation_words_parent_id_idx" ON "newsroom_settings_moderation_words" USING btree ("_parent_id");
  CREATE INDEX "moderation_log_comment_idx" ON "moderation_log" USING btree ("comment");
  CREATE INDEX "moderation_log_reader_idx" ON "moderation_log" USING btree ("reader");
  CREATE INDEX "moderation_log_batch_idx" ON "moderation_log" USING btree ("batch");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sensitive_subjects_fk" FOREIGN KEY ("sensitive_subjects_id") REFERENCES "public"."sensitive_subjects"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "comments_fingerprint_idx" ON "comments" USING btree ("fingerprint");
  CREATE INDEX "readers_suspended_until_idx" ON "readers" USING btree ("suspended_until");
  CREATE INDEX "payload_locked_documents_rels_sensitive_subjects_id_idx" ON "payload_locked_documents_rels" USING btree ("sensitive_subjects_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "sensitive_subjects" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sensitive_subjects_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "newsroom_settings_moderation_words" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "moderation_log" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "sensitive_subjects" CASCADE;
  DROP TABLE "sensitive_subjects_rels" CASCADE;
  DROP TABLE "newsroom_settings_moderation_words" CASCADE;
  DROP TABLE "moderation_log" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_sensitive_subjects_fk";
  
  DROP INDEX "comments_fingerprint_idx";
  DROP INDEX "readers_suspended_until_idx";
  DROP INDEX "payload_locked_documents_rels_sensitive_subjects_id_idx";
  ALTER TABLE "articles" DROP COLUMN "comment_policy_new_readers";
  ALTER TABLE "articles" DROP COLUMN "comment_policy_links";
  ALTER TABLE "articles" DROP COLUMN "comment_policy_close_after_days";
  ALTER TABLE "_articles_v" DROP COLUMN "version_comment_policy_new_readers";
  ALTER TABLE "_articles_v" DROP COLUMN "version_comment_policy_links";
  ALTER TABLE "_articles_v" DROP COLUMN "version_comment_policy_close_after_days";
  ALTER TABLE "comments" DROP COLUMN "refusal_reason";
  ALTER TABLE "comments" DROP COLUMN "held_for";
  ALTER TABLE "comments" DROP COLUMN "fingerprint";
  ALTER TABLE "readers" DROP COLUMN "suspended_until";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "sensitive_subjects_id";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_close_all";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_hold_all";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_trust_after";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_links";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_shortest";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_longest";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_reader_per_hour";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_thread_per_ten_minutes";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_reports";
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_close_after_days";
  DROP TYPE "public"."enum_articles_comment_policy_new_readers";
  DROP TYPE "public"."enum__articles_v_version_comment_policy_new_readers";
  DROP TYPE "public"."enum_sensitive_subjects_rule";
  DROP TYPE "public"."enum_newsroom_settings_moderation_words_do";`)
}
