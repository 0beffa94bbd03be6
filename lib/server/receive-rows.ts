import "server-only";
import { MAX_ROW_SHEET_BYTES } from "@/lib/target-files/row-sheet";
import { putRows } from "./drafts";
import { receive } from "./receive";

/** Takes the rows of a spreadsheet as a text, outside of server actions: React needs minutes for 30,000 strings there. */
export const receiveRows = (request: Request, draftId: string): Promise<Response> =>
  receive(request, MAX_ROW_SHEET_BYTES, (of, by) => putRows({ ...of, draftId }, by));
