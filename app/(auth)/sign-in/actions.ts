"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { SignInState } from "@/components/account/sign-in-form";
import { LOCALES } from "@/lib/i18n/locale";
import { getTranslator } from "@/lib/i18n/server";
import { enter } from "@/lib/server/auth/entrance";
import { safeReturnTo } from "@/lib/server/auth/return-to";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Answers with what was typed and what is wrong with it, or leads on to where the person wanted to go. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, "email");
  const words = await getTranslator("accounts");
  if (email.trim() === "" || text(form, "password") === "") return { email, problem: words("signIn.missing") };
  const answer = await enter(email, text(form, "password"));
  switch (answer.kind) {
    case "signed-in":
      return redirect(safeReturnTo(text(form, "returnTo")));
    case "wrong":
      return { email, problem: words("signIn.wrong") };
    case "wait":
      return { email, problem: words("signIn.wait", { minutes: answer.minutes }) };
  }
}

/** The language of this browser, before anybody is signed in. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const locale = LOCALES.find((known) => known === text(form, "locale"));
  if (locale === undefined) return;
  (await cookies()).set("locale", locale, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: false });
}
