import { fieldOf, type ModelField } from "@/lib/product-model/field";
import type { TaskTypeDefinition } from "../definition";
import type { CommonInput } from "./common-input";

// For tests: what every task asks for, and what a schema says about the rest.

export const commonAnswers: CommonInput = {
  title: "Close the valves, north",
  targets: { by: "groups", groupIds: ["e495cf17-ff79-4294-8f64-4d367919d665"] },
  schedule: {
    start: "now",
    keeper: "platform",
    date: "",
    time: "",
    zone: "",
    retry: { on: false, count: 2, everyMinutes: 5 },
  },
};

/** What the definition's own schema refuses, as `path: message`. */
export function refusedBy<T extends CommonInput>(
  { input }: Pick<TaskTypeDefinition<T>, "input">,
  own: object,
): string[] {
  const parsed = input.safeParse({ ...commonAnswers, ...own });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

export const aField = (name: string, type: string, more: Partial<Parameters<typeof fieldOf>[0]> = {}): ModelField =>
  fieldOf({
    name,
    type,
    required: false,
    enumList: [],
    min: null,
    max: null,
    maxLength: null,
    step: null,
    unit: "",
    description: "",
    ...more,
  });

/** A JSON object that takes exactly so many bytes. */
export const jsonOfSize = (bytes: number): string => `{"k":"${"x".repeat(bytes - '{"k":""}'.length)}"}`;
