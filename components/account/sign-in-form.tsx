"use client";
import { useActionState } from "react";

/** What the form shows after an attempt. The password is never sent back. */
export type SignInState = { email: string; problem: string | null };

type Props = {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  returnTo: string;
  words: { email: string; password: string; submit: string; busy: string };
};

/** Works as a plain form before and without JavaScript; it is handed its words, so no translator is loaded for it. */
export function SignInForm({ action, returnTo, words }: Props) {
  const [state, submit, isBusy] = useActionState(action, { email: "", problem: null });
  const note = state.problem === null ? undefined : "sign-in-problem";
  return (
    <form className="sign-in" action={submit} onSubmit={(event) => isBusy && event.preventDefault()}>
      <input type="hidden" name="returnTo" value={returnTo} />
      {state.problem !== null && (
        <p className="fld-e" id="sign-in-problem" role="alert">
          {state.problem}
        </p>
      )}
      <div className="fld">
        <label className="fld-l" htmlFor="email">
          {words.email}
        </label>
        <input
          className="inp"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={state.email}
          aria-describedby={note}
        />
      </div>
      <div className="fld">
        <label className="fld-l" htmlFor="password">
          {words.password}
        </label>
        <input
          className="inp"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby={note}
        />
      </div>
      <button className="btn btn-pri" type="submit" aria-disabled={isBusy || undefined} aria-busy={isBusy || undefined}>
        <span>{isBusy ? words.busy : words.submit}</span>
      </button>
    </form>
  );
}
