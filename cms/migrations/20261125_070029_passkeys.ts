import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "reader_passkeys" (
  	"id" text PRIMARY KEY NOT NULL,
  	"reader_id" uuid NOT NULL,
  	"public_key" text NOT NULL,
  	"counter" bigint NOT NULL,
  	"transports" text NOT NULL,
  	"device" text NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	"used_at" timestamp (3) with time zone
  );
  
  CREATE TABLE "passkey_challenges" (
  	"hash" text PRIMARY KEY NOT NULL,
  	"reader_id" uuid,
  	"expires_at" timestamp (3) with time zone NOT NULL
  );
  
  ALTER TABLE "reader_passkeys" ADD CONSTRAINT "reader_passkeys_reader_id_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_reader_id_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "reader_passkeys_reader_idx" ON "reader_passkeys" USING btree ("reader_id");
  CREATE INDEX "passkey_challenges_reader_idx" ON "passkey_challenges" USING btree ("reader_id");
  CREATE INDEX "passkey_challenges_expires_idx" ON "passkey_challenges" USING btree ("expires_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "reader_passkeys" CASCADE;
  DROP TABLE "passkey_challenges" CASCADE;`)
}
