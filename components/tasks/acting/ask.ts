import type { Result } from "@/lib/failure";
import type { ActionVerb, ActionView } from "@/lib/tasks/action";

/**
 * What the page asks the server to do. `actionId` is made when the dialog opens, so that pressing twice acts once;
 * `deviceIds` are joined by newlines, because a long array is refused by the server action itself.
 */
export type ActRequest = {
  taskId: string;
  actionId: string;
  verb: ActionVerb;
  scope: { of: "all" } | { of: "devices"; deviceIds: string };
  reason: string;
};

/** Asks the server; answers what became of it so far. */
export type Act = (request: ActRequest) => Promise<Result<ActionView>>;
