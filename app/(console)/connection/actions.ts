"use server";
import { z } from "zod";
import { action } from "@/lib/server/action";
import { testConnection } from "@/lib/server/connection";

export const testConnectionAction = action("look", z.null(), testConnection);
