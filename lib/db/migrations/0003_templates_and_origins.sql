CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"space_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"open" jsonb NOT NULL,
	"target_set_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "templates_name" CHECK (char_length("templates"."name") between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "origin" jsonb;--> statement-breakpoint
CREATE INDEX "templates_by_space" ON "templates" USING btree ("space_id","created_at");