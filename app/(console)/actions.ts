"use server";
import { action } from "@/lib/server/action";
import { choosePreferences, chooseSpace } from "@/lib/server/preferences";
import * as schemas from "@/lib/server/schemas";

export const chooseSpaceAction = action("look", schemas.chooseSpace, chooseSpace);
export const choosePreferencesAction = action("look", schemas.choosePreferences, choosePreferences);
