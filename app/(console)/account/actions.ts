"use server";
import { redirect } from "next/navigation";
import type { PasswordState } from "@/components/account/password-form";
import { FailureError } from "@/lib/failure";
import { getTranslator } from "@/lib/i18n/server";
import { routes } from "@/lib/routes";
import { changeOwnPassword, leave } from "@/lib/server/auth/entrance";
import { MAX_PASSWORD, MIN_PASSWORD } from "@/lib/server/auth/password-rules";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

export async function signOutAction(): Promise<void> {
  await leave();
  redirect(routes.signIn());
}

/** Answers with the sentence to show at the field that it is about; nothing typed is sent back. */
export async function changePasswordAction(_before: PasswordState, form: FormData): Promise<PasswordState> {
  const words = await getTranslator("accounts");
  const wanted = { current: text(form, "current"), next: text(form, "next"), repeated: text(form, "repeated") };
  const answer = await changeOwnPassword(wanted).catch((error: unknown) => {
    if (error instanceof FailureError && error.failure.kind === "signed-out") redirect(routes.signIn(routes.account()));
    throw error;
  });
  switch (answer.kind) {
    case "changed":
      return { kind: "changed" };
    case "wrong":
      return { kind: "problem", field: "current", problem: words("password.wrong") };
    case "wait":
      return { kind: "problem", field: "current", problem: words("password.wait", { minutes: answer.minutes }) };
    case "too-short":
      return { kind: "problem", field: "next", problem: words("password.tooShort", { min: MIN_PASSWORD }) };
    case "too-long":
      return { kind: "problem", field: "next", problem: words("password.tooLong", { max: MAX_PASSWORD }) };
    case "same":
      return { kind: "problem", field: "next", problem: words("password.same") };
    case "different":
      return { kind: "problem", field: "repeated", problem: words("password.different") };
  }
}
