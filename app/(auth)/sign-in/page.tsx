import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { SignInFrame } from "@/components/account/sign-in-frame";
import { getPreferences, getTranslator } from "@/lib/i18n/server";
import { SESSION_HOURS } from "@/lib/server/auth/auth";
import { safeReturnTo } from "@/lib/server/auth/return-to";
import { currentOperator } from "@/lib/server/auth/session";
import { chooseLanguageAction, signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("accounts"))("signIn.title") };
}

type Props = { searchParams: Promise<{ returnTo?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo } = await searchParams;
  const wanted = safeReturnTo(typeof returnTo === "string" ? returnTo : null);
  if ((await currentOperator()) !== null) redirect(wanted);
  const { locale } = await getPreferences();
  const words = await getTranslator("accounts");
  const common = await getTranslator("common");
  return (
    <SignInFrame
      brand={common("brand")}
      locale={locale}
      chooseLanguage={chooseLanguageAction}
      words={{
        title: words("signIn.title"),
        language: words("signIn.language"),
        forgotten: words("signIn.forgotten"),
        lasts: words("signIn.lasts", { hours: SESSION_HOURS }),
        motto: words("signIn.motto"),
        mottoMore: words("signIn.mottoMore"),
      }}
    >
      <SignInForm
        action={signInAction}
        returnTo={wanted}
        words={{
          email: words("signIn.email"),
          password: words("signIn.password"),
          submit: words("signIn.submit"),
          busy: words("signIn.busy"),
        }}
      />
    </SignInFrame>
  );
}
