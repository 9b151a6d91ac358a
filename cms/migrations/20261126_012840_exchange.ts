import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_readers_status" ADD VALUE 'unclaimed' BEFORE 'active';
  CREATE TABLE "imported_comments" (
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "readers" ALTER COLUMN "email" DROP NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "imported_comments" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "imported_comments" CASCADE;
  ALTER TABLE "readers" ALTER COLUMN "status" SET DATA TYPE text;
  ALTER TABLE "readers" ALTER COLUMN "status" SET DEFAULT 'unverified'::text;
  DROP TYPE "public"."enum_readers_status";
  CREATE TYPE "public"."enum_readers_status" AS ENUM('unverified', 'active', 'suspended');
  ALTER TABLE "readers" ALTER COLUMN "status" SET DEFAULT 'unverified'::"public"."enum_readers_status";
  ALTER TABLE "readers" ALTER COLUMN "status" SET DATA TYPE "public"."enum_readers_status" USING "status"::"public"."enum_readers_status";
  ALTER TABLE "readers" ALTER COLUMN "email" SET NOT NULL;`)
}
