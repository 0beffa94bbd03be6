import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";

type Props = {
  email: string;
  signOut: () => Promise<void>;
  words: {
    title: string;
    you: string;
    email: string;
    role: string;
    roleName: string;
    mayDo: string;
    signOut: string;
    password: string;
  };
  /** The form that changes the password. */
  children: ReactNode;
};

/** Who is signed in, what that person may do, and the way out. */
export function Account({ email, signOut, words, children }: Props) {
  return (
    <div className="account">
      <h1 className="page-t">{words.title}</h1>
      <Panel title={words.you}>
        <div className="account-b">
          <dl className="account-facts">
            <dt>{words.email}</dt>
            <dd>{email}</dd>
            <dt>{words.role}</dt>
            <dd>
              {words.roleName}
              <span className="fld-h">{words.mayDo}</span>
            </dd>
          </dl>
          <form action={signOut}>
            <button className="btn btn-sec" type="submit">
              <span>{words.signOut}</span>
            </button>
          </form>
        </div>
      </Panel>
      <Panel title={words.password}>
        <div className="account-b">{children}</div>
      </Panel>
    </div>
  );
}
