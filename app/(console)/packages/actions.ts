"use server";
import { action } from "@/lib/server/action";
import { newPackage, removedPackage } from "@/lib/server/package-schemas";
import { addPackage, removePackage } from "@/lib/server/packages";

export const addPackageAction = action("manage-packages", newPackage, addPackage);
export const removePackageAction = action("manage-packages", removedPackage, removePackage);
