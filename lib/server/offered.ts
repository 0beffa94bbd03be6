import "server-only";
import type { Capability } from "@/lib/task-types/definition";
import { type CreatableType, offeredTypes } from "@/lib/task-types/registry";
import { runtime } from "./runtime";

/** The task types that this instance is said to have, by what an administrator switched on. */
export async function offered(): Promise<readonly CreatableType[]> {
  const { env } = await runtime();
  const has: Capability[] = [];
  if (env.moduleUpgrades) has.push("module-upgrades");
  if (env.gatewayChanges) has.push("gateway-changes");
  return offeredTypes(has);
}
