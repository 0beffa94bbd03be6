CREATE TABLE "row_sets" (
	"id" uuid NOT NULL,
	"part" integer NOT NULL,
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"source" text NOT NULL,
	"sample" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "row_sets_id_part_pk" PRIMARY KEY("id","part"),
	CONSTRAINT "row_sets_kind" CHECK ("row_sets"."kind" in ('registration', 'update', 'gateways')),
	CONSTRAINT "row_sets_count" CHECK ("row_sets"."count" between 1 and 100000),
	CONSTRAINT "row_sets_part" CHECK ("row_sets"."part" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_state";--> statement-breakpoint
ALTER TABLE "target_sets" DROP CONSTRAINT "target_sets_count";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "row_set_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "family_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "part" integer;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "parts" integer;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "hold_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "file" jsonb;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "family_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "part" integer;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "parts" integer;--> statement-breakpoint
CREATE INDEX "row_sets_by_draft" ON "row_sets" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "submissions_by_family" ON "submissions" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "tasks_by_family" ON "tasks" USING btree ("family_id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_held_until" CHECK ("submissions"."state" not in ('held', 'missed') or "submissions"."hold_until" is not null);--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_state" CHECK ("submissions"."state" in ('draft', 'held', 'missed', 'sending', 'sent', 'refused', 'uncertain', 'cancelled'));--> statement-breakpoint
ALTER TABLE "target_sets" ADD CONSTRAINT "target_sets_count" CHECK ("target_sets"."count" between 1 and 300000);