import "server-only";
import { cookies } from "next/headers";
import { FailureError } from "@/lib/failure";
import { runtime } from "./runtime";
import { listSpaces, SPACE_COOKIE } from "./spaces";

const YEAR_S = 365 * 24 * 3600;

async function keep(name: string, value: string): Promise<void> {
  const { env } = await runtime();
  const secure = env.publicUrl?.startsWith("https://") ?? false;
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true, secure });
}

/** Remembers the space that this browser works in. Throws `missing` for one that the platform does not list. */
export async function chooseSpace({ spaceId }: { spaceId: string }): Promise<null> {
  const spaces = await listSpaces();
  if (!spaces.some(({ id }) => id === spaceId)) throw new FailureError({ kind: "missing", what: "space" });
  await keep(SPACE_COOKIE, spaceId);
  return null;
}

/** Remembers the language and the theme of this browser. */
export async function choosePreferences(chosen: {
  locale?: string | undefined;
  theme?: string | undefined;
}): Promise<null> {
  if (chosen.locale !== undefined) await keep("locale", chosen.locale);
  if (chosen.theme !== undefined) await keep("theme", chosen.theme);
  return null;
}
