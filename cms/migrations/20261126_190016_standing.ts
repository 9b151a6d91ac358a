import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "readers" ADD COLUMN "suspension_reason" varchar;
  ALTER TABLE "readers" ADD COLUMN "deletion_reason" varchar;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "readers" DROP COLUMN "suspension_reason";
  ALTER TABLE "readers" DROP COLUMN "deletion_reason";`)
}
