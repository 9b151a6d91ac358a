import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "comments" ADD COLUMN "parent_id" uuid;
  ALTER TABLE "comments" ADD COLUMN "root_id" uuid;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_root_id_comments_id_fk" FOREIGN KEY ("root_id") REFERENCES "public"."comments"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "comments_parent_idx" ON "comments" USING btree ("parent_id");
  CREATE INDEX "comments_root_idx" ON "comments" USING btree ("root_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "comments" DROP CONSTRAINT "comments_parent_id_comments_id_fk";
  
  ALTER TABLE "comments" DROP CONSTRAINT "comments_root_id_comments_id_fk";
  
  DROP INDEX "comments_parent_idx";
  DROP INDEX "comments_root_idx";
  ALTER TABLE "comments" DROP COLUMN "parent_id";
  ALTER TABLE "comments" DROP COLUMN "root_id";`)
}
