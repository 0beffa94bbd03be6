import { createHash } from "node:crypto";
import type { TaskType } from "@/lib/tasks/task-type";

/** What a draft says about whom it reaches and with what, as far as it is filled in. */
export type Subject = {
  spaceId: string;
  type: TaskType;
  packageId: string | null;
  /** The product whose command or shadow was chosen; a package tells its own. */
  productId: string | null;
  targets:
    | { by: "groups"; groupIds: readonly string[] }
    | { by: "devices"; targetSetId: string }
    | { by: "rows"; rowSetId: string }
    | null;
};

/** Ids go into a search, so that nothing else may come through. IoTDA reference: group_id, app_id. */
const GROUP_ID = /^[a-fA-F0-9-]{1,36}$/;
const PRODUCT_ID = /^[A-Za-z0-9_-]{1,36}$/;

const at = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

const idIn = (value: unknown, pattern: RegExp): string | null =>
  typeof value === "string" && pattern.test(value) ? value : null;

/** Field by field, because a draft may be half filled in. */
export function subjectOf(draft: { spaceId: string; type: TaskType; content: unknown }): Subject {
  const { spaceId, type, content } = draft;
  const productOf = (part: string) => idIn(at(at(content, part), "productId"), PRODUCT_ID);
  return {
    spaceId,
    type,
    packageId: idIn(at(content, "packageId"), PRODUCT_ID),
    productId: productOf("command") ?? productOf("shadow"),
    targets: targetsIn(at(content, "targets")),
  };
}

function targetsIn(targets: unknown): Subject["targets"] {
  const text = (key: string) => idIn(at(targets, key), /./);
  switch (at(targets, "by")) {
    case "groups": {
      const groupIds = at(targets, "groupIds");
      const ids = Array.isArray(groupIds) ? groupIds.filter((id) => idIn(id, GROUP_ID) !== null) : [];
      return ids.length === 0 ? null : { by: "groups", groupIds: ids };
    }
    case "devices": {
      const targetSetId = text("targetSetId");
      return targetSetId === null ? null : { by: "devices", targetSetId };
    }
    case "rows": {
      const rowSetId = text("rowSetId");
      return rowSetId === null ? null : { by: "rows", rowSetId };
    }
    default:
      return null;
  }
}

/** Two drafts with the same key would be looked at in the same way. */
export const keyOf = (subject: Subject): string =>
  createHash("sha256").update(JSON.stringify(subject)).digest("base64url").slice(0, 22);
