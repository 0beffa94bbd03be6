CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"image" text,
	"role" text DEFAULT 'viewer' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_chunks" (
	"action_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"scope" text NOT NULL,
	"device_ids" jsonb,
	"state" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"outcomes" jsonb,
	"failure" jsonb,
	CONSTRAINT "action_chunks_action_id_seq_pk" PRIMARY KEY("action_id","seq"),
	CONSTRAINT "action_chunks_never_empty" CHECK (case "action_chunks"."scope" when 'all' then "action_chunks"."device_ids" is null when 'devices' then "action_chunks"."device_ids" is not null and jsonb_typeof("action_chunks"."device_ids") = 'array' and jsonb_array_length("action_chunks"."device_ids") between 1 and 100 else false end)
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"scope" text NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"devices" integer,
	"failure" jsonb,
	"lease_until" timestamp (3) with time zone,
	"next_try_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "actions_scope" CHECK (("actions"."scope" = 'all') = ("actions"."devices" is null))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_link" (
	"id" integer PRIMARY KEY NOT NULL,
	"last_read_at" timestamp (3) with time zone,
	"took_ms" integer,
	"failure" jsonb
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"space_id" text NOT NULL,
	"state" text NOT NULL,
	"step" text NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"target_set_id" uuid,
	"title" text,
	"task_name" text,
	"request" jsonb,
	"submitted_by" text,
	"submitted_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"look_first" boolean DEFAULT false NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"failure" jsonb,
	"looks" integer DEFAULT 0 NOT NULL,
	"last_look_at" timestamp (3) with time zone,
	"next_look_at" timestamp (3) with time zone,
	"given_up_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "submissions_task_name_unique" UNIQUE("task_name"),
	CONSTRAINT "submissions_state" CHECK ("submissions"."state" in ('draft', 'held', 'sending', 'sent', 'refused', 'uncertain', 'cancelled')),
	CONSTRAINT "submissions_fixed_before_sending" CHECK ("submissions"."state" in ('draft', 'cancelled') or ("submissions"."task_name" is not null and "submissions"."request" is not null))
);
--> statement-breakpoint
CREATE TABLE "target_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"ids" "bytea" NOT NULL,
	"source" text NOT NULL,
	"sample" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_sets_count" CHECK ("target_sets"."count" between 1 and 30000)
);
--> statement-breakpoint
CREATE TABLE "task_snapshots" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"total" integer,
	"waiting" integer,
	"processing" integer,
	"succeeded" integer,
	"failed" integer,
	"awaiting_retry" integer,
	"stopped" integer,
	"removed" integer
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" text,
	"ours" boolean NOT NULL,
	"space_id" text NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"platform_name" text,
	"owner" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"retry" jsonb,
	"needs_confirm" boolean NOT NULL,
	"package_label" text,
	"package_ids" jsonb NOT NULL,
	"target_summary" jsonb,
	"status" text,
	"status_text" text NOT NULL,
	"total" integer,
	"waiting" integer,
	"processing" integer,
	"succeeded" integer,
	"failed" integer,
	"awaiting_retry" integer,
	"stopped" integer,
	"removed" integer,
	"final" boolean NOT NULL,
	"read_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"gone_at" timestamp (3) with time zone,
	"watch_until" timestamp (3) with time zone,
	CONSTRAINT "tasks_platform_id_unique" UNIQUE("platform_id")
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_chunks" ADD CONSTRAINT "action_chunks_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_snapshots" ADD CONSTRAINT "task_snapshots_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_user_id_idx" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_resets_at_idx" ON "sign_in_attempts" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "actions_by_task" ON "actions" USING btree ("task_id","requested_at");--> statement-breakpoint
CREATE INDEX "actions_by_state" ON "actions" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "submissions_by_state" ON "submissions" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "target_sets_by_draft" ON "target_sets" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "task_snapshots_by_task" ON "task_snapshots" USING btree ("task_id","at");--> statement-breakpoint
CREATE INDEX "tasks_by_space" ON "tasks" USING btree ("space_id","created_at");--> statement-breakpoint
CREATE INDEX "tasks_active" ON "tasks" USING btree ("final","space_id","type");--> statement-breakpoint
CREATE INDEX "tasks_by_name" ON "tasks" USING btree ("platform_name");