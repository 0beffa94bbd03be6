import type { Metadata } from "next";
import { Account } from "@/components/account/account";
import { PasswordForm } from "@/components/account/password-form";
import { Messages } from "@/lib/i18n/messages";
import { getTranslator } from "@/lib/i18n/server";
import { MIN_PASSWORD } from "@/lib/server/auth/password-rules";
import { requirePageOperator } from "@/lib/server/auth/session";
import { changePasswordAction, signOutAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("accounts"))("account.title") };
}

export default async function AccountPage() {
  const { email, role } = await requirePageOperator("look");
  const words = await getTranslator("accounts");
  return (
    <Account
      email={email}
      signOut={signOutAction}
      words={{
        title: words("account.title"),
        you: words("account.you"),
        email: words("account.email"),
        role: words("account.role"),
        roleName: words(`account.roles.${role}`),
        mayDo: words(`account.mayDo.${role}`),
        signOut: words("account.signOut"),
        password: words("password.title"),
      }}
    >
      <Messages only={["accounts"]}>
        <PasswordForm action={changePasswordAction} email={email} minLength={MIN_PASSWORD} />
      </Messages>
    </Account>
  );
}
