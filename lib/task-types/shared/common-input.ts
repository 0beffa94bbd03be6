import * as z from "zod/mini";
import { KEEPERS, MAX_RETRIES, MAX_RETRY_MINUTES } from "@/lib/tasks/schedule";
import type { TargetWay } from "@/lib/tasks/targets";

/** Longest title that people may give; the platform's own name is made from it. */
export const MAX_TITLE = 100;

/** Devices are named by the frozen list that holds them: 30,000 ids or rows never travel inside a form. */
const targets = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("groups"),
    groupIds: z.array(z.string().check(z.regex(/^[a-fA-F0-9-]{1,36}$/))).check(z.minLength(1, "groups-none")),
  }),
  z.object({ by: z.literal("devices"), targetSetId: z.uuid("devices-none") }),
  z.object({ by: z.literal("rows"), rowSetId: z.uuid("rows-none") }),
]);

/**
 * A start as people say it; `zone` is an IANA name. The server turns it into an instant, decides who keeps it where
 * there is no choice, and checks how far ahead it is.
 */
const schedule = z.object({
  start: z.enum(["now", "at"]),
  /** Absent in drafts that were begun before there was a choice. */
  keeper: z._default(z.enum(KEEPERS), "platform"),
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

/** What every task type asks for, with the ways of naming devices that it takes. Messages are keys of `failures`. */
export const commonInputBy = (...ways: TargetWay[]) => ({
  title: z.string().check(z.trim(), z.minLength(1, "title-missing"), z.maxLength(MAX_TITLE, "title-long")),
  targets: targets.check(z.refine(({ by }) => ways.includes(by), { path: ["by"], error: "targets-way" })),
  schedule,
});

/** Of the types that reach devices which the platform knows: by group or by list. */
export const commonInput = commonInputBy("groups", "devices");

export type CommonInput = z.infer<z.ZodMiniObject<typeof commonInput>>;

/** Where every new draft starts: nothing chosen, no start chosen for the person beyond the plainest. */
export const blankCommon = {
  title: "",
  targets: { by: "groups", groupIds: [] },
  schedule: {
    start: "now",
    keeper: "platform",
    date: "",
    time: "",
    zone: "",
    retry: { on: true, count: 2, everyMinutes: 5 },
  },
} as const;

/** The same for types whose devices come as rows of a spreadsheet. */
export const blankRows = { ...blankCommon, targets: { by: "rows", rowSetId: "" } } as const;
