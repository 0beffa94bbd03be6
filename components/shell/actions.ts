import type { Result } from "@/lib/failure";

/** What the shell can do; the pages hand these in, because components never import routes. */
export type ShellActions = {
  chooseSpace: (input: { spaceId: string }) => Promise<Result<unknown>>;
  choosePreferences: (input: { locale?: string; theme?: string }) => Promise<Result<unknown>>;
  signOut: () => Promise<void>;
};
