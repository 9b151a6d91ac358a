import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "comment_recommendations" (
  	"comment_id" uuid NOT NULL,
  	"reader_id" uuid NOT NULL,
  	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  	CONSTRAINT "comment_recommendations_comment_id_reader_id_pk" PRIMARY KEY("comment_id","reader_id")
  );
  
  ALTER TABLE "comments" ADD COLUMN "author_staff" boolean DEFAULT false;
  ALTER TABLE "comments" ADD COLUMN "author_person_id" uuid;
  ALTER TABLE "comments" ADD COLUMN "pinned" boolean DEFAULT false;
  ALTER TABLE "comments" ADD COLUMN "pick" boolean DEFAULT false;
  ALTER TABLE "comments" ADD COLUMN "recommendations" numeric DEFAULT 0;
  ALTER TABLE "comments" ADD COLUMN "recount_at" timestamp(3) with time zone;
  ALTER TABLE "readers" ADD COLUMN "staff" boolean DEFAULT false;
  ALTER TABLE "readers" ADD COLUMN "person_id" uuid;
  ALTER TABLE "comment_recommendations" ADD CONSTRAINT "comment_recommendations_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "comment_recommendations" ADD CONSTRAINT "comment_recommendations_reader_id_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."readers"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "comment_recommendations_reader_idx" ON "comment_recommendations" USING btree ("reader_id");
  ALTER TABLE "comments" ADD CONSTRAINT "comments_author_person_id_people_id_fk" FOREIGN KEY ("author_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readers" ADD CONSTRAINT "readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "comments_author_person_idx" ON "comments" USING btree ("author_person_id");
  CREATE INDEX "comments_recount_at_idx" ON "comments" USING btree ("recount_at");
  CREATE INDEX "article_publishedAt_idx" ON "comments" USING btree ("article_id","published_at");
  CREATE INDEX "article_root_publishedAt_idx" ON "comments" USING btree ("article_id","root_id","published_at");
  CREATE INDEX "article_root_recommendations_publishedAt_idx" ON "comments" USING btree ("article_id","root_id","recommendations","published_at");
  CREATE INDEX "readers_person_idx" ON "readers" USING btree ("person_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "comment_recommendations" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "comment_recommendations" CASCADE;
  ALTER TABLE "comments" DROP CONSTRAINT "comments_author_person_id_people_id_fk";
  
  ALTER TABLE "readers" DROP CONSTRAINT "readers_person_id_people_id_fk";
  
  DROP INDEX "comments_author_person_idx";
  DROP INDEX "comments_recount_at_idx";
  DROP INDEX "article_publishedAt_idx";
  DROP INDEX "article_root_publishedAt_idx";
  DROP INDEX "article_root_recommendations_publishedAt_idx";
  DROP INDEX "readers_person_idx";
  ALTER TABLE "comments" DROP COLUMN "author_staff";
  ALTER TABLE "comments" DROP COLUMN "author_person_id";
  ALTER TABLE "comments" DROP COLUMN "pinned";
  ALTER TABLE "comments" DROP COLUMN "pick";
  ALTER TABLE "comments" DROP COLUMN "recommendations";
  ALTER TABLE "comments" DROP COLUMN "recount_at";
  ALTER TABLE "readers" DROP COLUMN "staff";
  ALTER TABLE "readers" DROP COLUMN "person_id";`)
}
