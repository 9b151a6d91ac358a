import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres';

/** Every request counts against limits: what they count is not worth a wait for the disk, and a crash of PostgreSQL may forget it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`alter table "rate_limits" set unlogged`);
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`alter table "rate_limits" set logged`);
}
