import "server-only";
import { MAX_PARTS, MAX_TARGETS } from "@/lib/tasks/targets";
import { putTargets } from "./drafts";
import { receive } from "./receive";

/** The longest list there can be: every ID of 128 characters and its line end. */
const MAX_BYTES = MAX_TARGETS * MAX_PARTS * 129;

/** Takes a device list, newline-joined, outside of server actions: React needs minutes for 30,000 strings there. */
export const receiveTargets = (request: Request, draftId: string): Promise<Response> =>
  receive(request, MAX_BYTES, (of, by) => putTargets({ ...of, draftId }, by));
