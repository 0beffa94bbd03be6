"use client";
import { useActionState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

type PasswordField = "current" | "next" | "repeated";
export type PasswordState =
  | { kind: "untouched" | "changed" }
  | { kind: "problem"; field: PasswordField; problem: string };

type Props = {
  action: (before: PasswordState, form: FormData) => Promise<PasswordState>;
  email: string;
  minLength: number;
};

/** Asks for the current password and, twice, for the new one. */
export function PasswordForm({ action, email, minLength }: Props) {
  const words = useTranslations("accounts.password");
  const [state, submit, isBusy] = useActionState(action, { kind: "untouched" });
  const errorAt = (field: PasswordField) =>
    state.kind === "problem" && state.field === field ? state.problem : undefined;
  return (
    <form className="account-form" action={submit}>
      {/* Lets a password manager know whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={words("current")} error={errorAt("current")}>
        {(control) => (
          <TextInput {...control} name="current" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Field label={words("next")} hint={words("rule", { min: minLength })} error={errorAt("next")}>
        {(control) => <TextInput {...control} name="next" type="password" autoComplete="new-password" required />}
      </Field>
      <Field label={words("repeated")} error={errorAt("repeated")}>
        {(control) => <TextInput {...control} name="repeated" type="password" autoComplete="new-password" required />}
      </Field>
      <p className="fld-h" role="status">
        {state.kind === "changed" ? words("changed") : words("effect")}
      </p>
      <div>
        <Button type="submit" variant="primary" busy={isBusy}>
          {isBusy ? words("busy") : words("submit")}
        </Button>
      </div>
    </form>
  );
}
