import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'publishOnSchedule');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'publishOnSchedule');
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "outbox_compacted" (
  	"position" bigint PRIMARY KEY NOT NULL,
  	"id" uuid NOT NULL,
  	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "builders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"release" text,
  	"position" bigint,
  	"is_resident" boolean DEFAULT false NOT NULL,
  	"first_seen" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
  	"last_seen" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
  );
  
  CREATE TABLE "dispatches" (
  	"target" text PRIMARY KEY NOT NULL,
  	"place" text NOT NULL,
  	"told" text,
  	"refused" text,
  	"attempts" integer DEFAULT 0 NOT NULL,
  	"requests" integer DEFAULT 0 NOT NULL,
  	"due_at" timestamp (3) with time zone,
  	"called_at" timestamp (3) with time zone,
  	"is_taken" boolean,
  	"status" integer,
  	"answer" text
  );
  
  CREATE TABLE "merges" (
  	"person" uuid PRIMARY KEY NOT NULL,
  	"successor" uuid NOT NULL,
  	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "articles" ADD COLUMN "embargoed_until" timestamp(3) with time zone;
  ALTER TABLE "_articles_v" ADD COLUMN "version_embargoed_until" timestamp(3) with time zone;
  ALTER TABLE "outbox" ADD COLUMN "successor" uuid;
  ALTER TABLE "receipts" ADD COLUMN "builder" uuid;
  ALTER TABLE "receipts" ADD COLUMN "release" text;
  ALTER TABLE "receipts" ADD COLUMN "rendered" integer;
  ALTER TABLE "receipts" ADD COLUMN "pending" integer DEFAULT 0 NOT NULL;
  ALTER TABLE "receipts" ADD COLUMN "changed" integer;
  ALTER TABLE "receipts" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "merges" ADD CONSTRAINT "merges_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "merges_successor_idx" ON "merges" USING btree ("successor");
  CREATE INDEX "receipts_position_idx" ON "receipts" USING btree ("position");
  CREATE INDEX "receipts_builder_idx" ON "receipts" USING btree ("builder","id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload_jobs_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "outbox_compacted" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "builders" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "dispatches" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "merges" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "outbox_compacted" CASCADE;
  DROP TABLE "builders" CASCADE;
  DROP TABLE "dispatches" CASCADE;
  DROP TABLE "merges" CASCADE;
  DROP INDEX "receipts_position_idx";
  DROP INDEX "receipts_builder_idx";
  ALTER TABLE "articles" DROP COLUMN "embargoed_until";
  ALTER TABLE "_articles_v" DROP COLUMN "version_embargoed_until";
  ALTER TABLE "outbox" DROP COLUMN "successor";
  ALTER TABLE "receipts" DROP COLUMN "builder";
  ALTER TABLE "receipts" DROP COLUMN "release";
  ALTER TABLE "receipts" DROP COLUMN "rendered";
  ALTER TABLE "receipts" DROP COLUMN "pending";
  ALTER TABLE "receipts" DROP COLUMN "changed";
  ALTER TABLE "receipts" DROP COLUMN "changes";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";`)
}
