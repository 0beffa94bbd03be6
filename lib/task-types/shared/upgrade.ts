import * as z from "zod/mini";
import { writeJson } from "@/lib/json";
import { readObject } from "@/lib/product-model/read-object";
import type { TaskRequest } from "@/lib/tasks/task";
import type { TaskTypeDefinition } from "../definition";
import { blankCommon, commonInput } from "./common-input";

/** IoTDA reference: CreateBatchTask `task_ext_info`; counted on the serialised text, which is inferred. */
export const MAX_EXT_INFO = 512;

/** The extra information as an object, or null when the text is not one JSON object within the limit. */
export function parseExtInfo(text: string): TaskRequest["extInfo"] {
  const value = readObject(text);
  return value === null || writeJson(value).length > MAX_EXT_INFO ? null : value;
}

export const upgradeInput = z.object({
  ...commonInput,
  packageId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,36}$/, "package-missing")),
  gatewayMode: z.boolean(),
  needsConfirm: z.boolean(),
  extInfo: z.string().check(z.refine((text) => text.trim() === "" || parseExtInfo(text) !== null, "ext-info")),
});

export type UpgradeInput = z.infer<typeof upgradeInput>;

/** What software and firmware upgrades share: all but their name and the packages they take. */
export const upgrade = {
  intent: "update",
  stoppable: true,
  retryable: true,
  confirmable: true,
  ways: ["groups", "devices"],
  rows: null,
  needs: null,
  undo: { by: "previous-package" },
  oneWay: false,
  input: upgradeInput,
  blank: { ...blankCommon, packageId: "", gatewayMode: false, needsConfirm: false, extInfo: "" },
  document: (input) => ({ package_id: input.packageId }),
  options: (input) => ({
    gatewayMode: input.gatewayMode,
    needsConfirm: input.needsConfirm,
    extInfo: input.extInfo.trim() === "" ? null : parseExtInfo(input.extInfo),
  }),
} as const satisfies Omit<TaskTypeDefinition<UpgradeInput>, "type" | "packageType">;
