import { z } from "zod";

/*
 * What the platform answers, read forgivingly: any field may be absent or null, words may be new, fields may be added.
 * Only what makes an answer worth nothing (no id, no list) is an error. IoTDA reference: the response models.
 */

const orNull = <S extends z.ZodType>(schema: S) =>
  schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
const text = orNull(z.string());
const count = orNull(z.number().int().nonnegative());
const flag = orNull(z.boolean());
const texts = z
  .array(z.string())
  .nullish()
  .catch(null)
  .transform((value) => value ?? []);
const id = z.string().min(1);
const page = orNull(z.object({ count, marker: text }));

/** A list that is absent reads as empty only where the platform also says that it counts none. */
const listOf = <S extends z.ZodType>(name: string, item: S) =>
  z.preprocess(
    (raw) => {
      const answer = z.looseObject({ page }).safeParse(raw);
      if (!answer.success) return raw;
      return { page: answer.data.page, items: answer.data[name] ?? (answer.data.page?.count === 0 ? [] : null) };
    },
    z.object({ page, items: z.array(item) }),
  );

export const wireSpaces = z.object({
  applications: z.array(z.object({ app_id: id, app_name: text, default_app: flag })),
});

export const wireProducts = listOf(
  "products",
  z.object({
    product_id: id,
    name: text,
    device_type: text,
    protocol_type: text,
    manufacturer_name: text,
    description: text,
  }),
);

export const wireDevice = z.object({
  device_id: id,
  node_id: text,
  device_name: text,
  node_type: text,
  gateway_id: text,
  product_id: text,
  product_name: text,
  status: text,
  fw_version: text,
  sw_version: text,
});
export type WireDevice = z.output<typeof wireDevice>;
export const wireDevices = listOf("devices", wireDevice);
export const wireFound = z.object({ devices: z.array(wireDevice) });
export const wireCount = z.object({ count: z.number().int().nonnegative() });

export const wireGroups = listOf(
  "device_groups",
  z.object({ group_id: id, name: text, description: text, super_group_id: text, group_type: text }),
);
export const wireMembers = listOf(
  "devices",
  z.object({ device_id: id, node_id: text, device_name: text, product_id: text }),
);

export const wirePackage = z.object({
  package_id: id,
  package_type: text,
  product_id: text,
  product_name: text,
  version: text,
  support_source_versions: texts,
  description: text,
  create_time: text,
});
export type WirePackage = z.output<typeof wirePackage>;
export const wirePackages = listOf("packages", wirePackage);

const progress = orNull(
  z.object({
    total: count,
    processing: count,
    success: count,
    fail: count,
    waitting: count,
    fail_wait_retry: count,
    stopped: count,
    removed: count,
  }),
);

export const wireTask = z.object({
  task_id: id,
  task_name: text,
  task_type: text,
  need_confirm: flag,
  targets_filter: orNull(z.object({ group_ids: texts })),
  document: orNull(z.object({ package_id: text, package_ids: texts })),
  task_policy: orNull(z.object({ schedule_time: text, retry_count: count, retry_interval: count })),
  status: text,
  status_desc: text,
  task_progress: progress,
  create_time: text,
});
export type WireTask = z.output<typeof wireTask>;
export const wireTasks = listOf("batchtasks", wireTask);

const subTask = z.object({
  target: text,
  status: text,
  /** Documented as text; kept as text if it is not. */
  output: z
    .unknown()
    .optional()
    .transform((value) => {
      if (value === undefined || value === null) return null;
      return typeof value === "string" ? value : JSON.stringify(value);
    }),
  error: orNull(z.object({ error_code: text, error_msg: text })),
});
export type WireSubTask = z.output<typeof subTask>;
/** A task that has not begun may have no list of sub-tasks yet. */
export const wireShownTask = z.object({
  batchtask: wireTask,
  task_details: z
    .array(subTask)
    .nullish()
    .transform((value) => value ?? []),
  page,
});

/** Inferred: what comes back for a call without targets is not documented; nothing is taken as no outcomes. */
export const wireOutcomes = z.object({
  targets: z
    .array(z.object({ target: id, status: text, error_code: text, error_msg: text }))
    .nullish()
    .transform((value) => value ?? []),
});

/** An answer that says nothing, as to a delete. */
export const wireNothing = z.unknown();
