import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "bans" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"pattern" varchar NOT NULL,
  	"until" timestamp(3) with time zone,
  	"reason" varchar,
  	"kind" varchar,
  	"expression" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "bans_id" uuid;
  CREATE INDEX "bans_until_idx" ON "bans" USING btree ("until");
  CREATE INDEX "bans_updated_at_idx" ON "bans" USING btree ("updated_at");
  CREATE INDEX "bans_created_at_idx" ON "bans" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bans_fk" FOREIGN KEY ("bans_id") REFERENCES "public"."bans"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_bans_id_idx" ON "payload_locked_documents_rels" USING btree ("bans_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "bans" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "bans" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_bans_fk";
  
  DROP INDEX "payload_locked_documents_rels_bans_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "bans_id";`)
}
