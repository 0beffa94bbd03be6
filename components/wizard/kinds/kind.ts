import type { ComponentType } from "react";
import type { FieldPath } from "react-hook-form";
import type { WizardValues } from "../values";

/** What was answered in the first step: `thing` in the sentence, `answer` beside the step. Null where nothing was. */
export type Thing = { thing: string | null; answer: string | null };

/** What the wizard asks and tells about a type beside what all types have in common. */
export type WizardKind = {
  /** What the first step has to have right before one goes on. */
  paths: readonly FieldPath<WizardValues>[];
  /** The first step. */
  Fields: ComponentType;
  useThing: () => Thing;
  /** Its rows in the review. */
  Facts: ComponentType;
};
