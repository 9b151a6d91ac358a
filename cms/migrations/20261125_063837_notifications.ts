import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_readers_notify_replies" AS ENUM('immediate', 'digest', 'off');
  CREATE TYPE "public"."enum_readers_notify_decisions" AS ENUM('immediate', 'digest', 'off');
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"reader_id" uuid NOT NULL,
  	"comment_id" uuid NOT NULL,
  	"kind" text NOT NULL,
  	"what" text NOT NULL,
  	"reason" text NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"waits" boolean NOT NULL,
  	"mailed_at" timestamp (3) with time zone
  );
  
  ALTER TABLE "readers" ADD COLUMN "notify_replies" "enum_readers_notify_replies" DEFAULT 'immediate';
  ALTER TABLE "readers" ADD COLUMN "notify_decisions" "enum_readers_notify_decisions" DEFAULT 'immediate';
  ALTER TABLE "mail_queue" ADD COLUMN "unsubscribe" text;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_reader_id_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "notifications_once_idx" ON "notifications" USING btree ("reader_id","comment_id","what");
  CREATE INDEX "notifications_waiting_idx" ON "notifications" USING btree ("kind","reader_id") WHERE waits;
  CREATE INDEX "notifications_comment_idx" ON "notifications" USING btree ("comment_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notifications" CASCADE;
  ALTER TABLE "readers" DROP COLUMN "notify_replies";
  ALTER TABLE "readers" DROP COLUMN "notify_decisions";
  ALTER TABLE "mail_queue" DROP COLUMN "unsubscribe";
  DROP TYPE "public"."enum_readers_notify_replies";
  DROP TYPE "public"."enum_readers_notify_decisions";`)
}
