import type { Issue } from "@/lib/failure";

/** What a schema found wrong, as issues on field paths. A schema of ours names its message; zod's own words are not keys. */
export const issuesOf = (error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Issue[] =>
  error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message: /^[a-z][a-z-]*$/.test(message) ? message : "not-valid",
  }));
