import * as z from "zod/mini";
import { MAX_RETRIES, MAX_RETRY_MINUTES } from "@/lib/tasks/schedule";

/** Longest title that people may give; the platform's own name is made from it. */
export const MAX_TITLE = 100;

/** Devices are named by the frozen list that holds them: 30,000 ids never travel inside a form. */
const targets = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("groups"),
    groupIds: z.array(z.string().check(z.regex(/^[a-fA-F0-9-]{1,36}$/))).check(z.minLength(1, "groups-none")),
  }),
  z.object({ by: z.literal("devices"), targetSetId: z.uuid("devices-none") }),
]);

/** A start as people say it; `zone` is an IANA name. The server turns it into an instant and checks the 7 days. */
const schedule = z.object({
  start: z.enum(["now", "at"]),
  date: z.string(),
  time: z.string(),
  zone: z.string(),
  retry: z.object({
    on: z.boolean(),
    count: z.int("retry-count").check(z.minimum(1, "retry-count"), z.maximum(MAX_RETRIES, "retry-count")),
    everyMinutes: z
      .int("retry-minutes")
      .check(z.minimum(1, "retry-minutes"), z.maximum(MAX_RETRY_MINUTES, "retry-minutes")),
  }),
});

/** What every task type asks for. Messages are keys of the `failures` messages. */
export const commonInput = {
  title: z.string().check(z.trim(), z.minLength(1, "title-missing"), z.maxLength(MAX_TITLE, "title-long")),
  targets,
  schedule,
};

export type CommonInput = z.infer<z.ZodMiniObject<typeof commonInput>>;

/** Where every new draft starts: nothing chosen, no start chosen for the person beyond the plainest. */
export const blankCommon = {
  title: "",
  targets: { by: "groups", groupIds: [] },
  schedule: {
    start: "now",
    date: "",
    time: "",
    zone: "",
    retry: { on: true, count: 2, everyMinutes: 5 },
  },
} as const;
