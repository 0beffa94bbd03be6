import * as z from "zod/mini";
import type { ModelIssue, ModelProblem } from "@/lib/product-model/check";
import type { JsonPath } from "@/lib/product-model/json-position";

/** What can be wrong with what is sent down to devices, beside a single value; keys of `model.issue` and of `failures`. */
export type DownlinkProblem =
  | "product-missing"
  | "service-missing"
  | "service-long"
  | "service-twice"
  | "command-missing"
  | "command-long"
  | "json-object"
  | "paras-large"
  | "expire"
  | "message-missing"
  | "message-large"
  | "message-name"
  | "base64"
  | "topic-missing"
  | "topic-long"
  | "topic-wildcard"
  | "ttl"
  | "correlation"
  | "response-topic"
  | "properties-many"
  | "property-key"
  | "property-value"
  | "shadow-none"
  | "shadow-many"
  | "shadow-nothing"
  | "shadow-empty"
  | "shadow-key"
  | "shadow-nested"
  | "shadow-large";

/** One thing wrong, with where it stands in the type's own input. `values` fill the message's placeholders. */
export type OwnIssue = { path: JsonPath; message: DownlinkProblem | ModelProblem; values?: ModelIssue["values"] };

/** The same issues further down in the input. */
export const under = (path: JsonPath, issues: readonly OwnIssue[]): readonly OwnIssue[] =>
  issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));

/** Names that a model allows and under which no form keeps an error: the error then stands one level above. */
const UNKEPT: readonly (string | number)[] = ["__proto__", "constructor", "prototype"];

const keptPath = (path: JsonPath): (string | number)[] => {
  const end = path.findIndex((step) => UNKEPT.includes(step));
  return path.slice(0, end === -1 ? undefined : end);
};

/** A schema's check that finds what `find` finds. */
export const checkedBy = <T>(find: (input: T) => readonly OwnIssue[]) =>
  z.superRefine<T>((input, context) => {
    for (const { path, message } of find(input)) context.addIssue({ code: "custom", path: keptPath(path), message });
  });

/** Bytes of a text as it travels. */
export const utf8Size = (text: string): number => new TextEncoder().encode(text).length;
