import type { Ref } from "react";

/** What the fields of a task type are handed: its own part of a draft, and where to tell what it becomes. */
export type OwnFieldsProps<T> = {
  /** What the draft holds, whatever it is. */
  value: unknown;
  onChange: (value: T) => void;
  /** True once somebody wanted to go on: everything that is wrong is then said, touched or not. */
  revealed: boolean;
  /** Takes the focus to the first answer that needs a change. */
  focusRef?: Ref<{ focus: () => void }>;
};
