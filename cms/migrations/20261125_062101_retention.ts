import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "readers" ADD COLUMN "delete_at" timestamp(3) with time zone;
  ALTER TABLE "readers" ADD COLUMN "empty_comments" boolean DEFAULT false;
  ALTER TABLE "readers" ADD COLUMN "last_seen_at" timestamp(3) with time zone;
  ALTER TABLE "readers" ADD COLUMN "terms_version" numeric;
  ALTER TABLE "readers" ADD COLUMN "terms_agreed_at" timestamp(3) with time zone;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_terms" varchar;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_terms_version" numeric DEFAULT 0;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_terms_changed_at" timestamp(3) with time zone;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_agree_days" numeric DEFAULT 0;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_idle_days" numeric DEFAULT 0;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_unconfirmed_days" numeric DEFAULT 7;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_refused_days" numeric DEFAULT 365;
  ALTER TABLE "newsroom_settings" ADD COLUMN "accounts_mail_days" numeric DEFAULT 30;
  ALTER TABLE "mail_queue" ADD COLUMN "reader_id" uuid;
  ALTER TABLE "mail_queue" ADD CONSTRAINT "mail_queue_reader_id_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "readers_delete_at_idx" ON "readers" USING btree ("delete_at");
  CREATE INDEX "mail_queue_reader_idx" ON "mail_queue" USING btree ("reader_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "mail_queue" DROP CONSTRAINT "mail_queue_reader_id_readers_id_fk";
  
  DROP INDEX "readers_delete_at_idx";
  DROP INDEX "mail_queue_reader_idx";
  ALTER TABLE "readers" DROP COLUMN "delete_at";
  ALTER TABLE "readers" DROP COLUMN "empty_comments";
  ALTER TABLE "readers" DROP COLUMN "last_seen_at";
  ALTER TABLE "readers" DROP COLUMN "terms_version";
  ALTER TABLE "readers" DROP COLUMN "terms_agreed_at";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_terms";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_terms_version";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_terms_changed_at";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_agree_days";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_idle_days";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_unconfirmed_days";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_refused_days";
  ALTER TABLE "newsroom_settings" DROP COLUMN "accounts_mail_days";
  ALTER TABLE "mail_queue" DROP COLUMN "reader_id";`)
}
