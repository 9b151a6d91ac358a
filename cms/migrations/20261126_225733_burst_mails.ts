import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "burst_mails" (
  	"kind" text NOT NULL,
  	"subject_id" uuid NOT NULL,
  	"found_by" uuid NOT NULL,
  	"seen_at" timestamp (3) with time zone NOT NULL,
  	CONSTRAINT "burst_mails_kind_subject_id_pk" PRIMARY KEY("kind","subject_id")
  );
  
  ALTER TABLE "newsroom_settings" ADD COLUMN "moderation_mail_bursts" boolean DEFAULT true;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "burst_mails" CASCADE;
  ALTER TABLE "newsroom_settings" DROP COLUMN "moderation_mail_bursts";`)
}
