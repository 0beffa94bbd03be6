import type { Result } from "@/lib/failure";
import type { Json } from "@/lib/json";
import type { CreatableType } from "@/lib/task-types/registry";
import type { Step } from "@/lib/tasks/draft";

/** What the wizard asks of the server; the page hands the actions in, because nothing below `app` imports a route. */
export type WizardActions = {
  /** A new draft has revision 0. */
  createDraft(input: { type: CreatableType }): Promise<Result<{ id: string }>>;
  saveDraft(input: {
    id: string;
    revision: number;
    step: Step;
    content: Json;
  }): Promise<Result<{ revision: number; savedAt: string }>>;
  submitDraft(input: { id: string; revision: number }): Promise<Result<{ taskId: string }>>;
};
