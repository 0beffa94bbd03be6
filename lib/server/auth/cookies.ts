import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";

/** A cookie in the form that Next's `cookies().set` takes. */
export type CookieToSet = { name: string; value: string; options: ReturnType<typeof toCookieOptions> };

/** The cookies that better-auth wants set, from the headers of its answer. */
export const cookiesIn = (headers: Headers): readonly CookieToSet[] =>
  Array.from(parseSetCookieHeader(headers.get("set-cookie") ?? ""), ([name, cookie]) => ({
    name,
    value: cookie.value,
    options: toCookieOptions(cookie),
  }));
