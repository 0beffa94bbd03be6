import type { Result } from "@/lib/failure";
import type { CreatableType } from "@/lib/task-types/registry";

/** What can be done with a template. */
export type TemplateActions = {
  use(input: { templateId: string }): Promise<Result<{ draftId: string; type: CreatableType }>>;
  rename(input: { templateId: string; name: string }): Promise<Result<null>>;
  remove(input: { templateId: string }): Promise<Result<null>>;
};
