"use client";
import type { ComponentType } from "react";
import type { CreatableType } from "@/lib/task-types/registry";
import { UpgradeFields } from "./upgrade-fields";

/** What each type asks for in its first step. A type without an entry does not compile. */
export const whatFields: { readonly [T in CreatableType]: ComponentType } = {
  firmwareUpgrade: UpgradeFields,
  softwareUpgrade: UpgradeFields,
};
