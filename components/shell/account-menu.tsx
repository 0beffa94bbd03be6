"use client";
import { Cable, ChevronsUpDown, CircleUser, LogOut } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/choices";
import { Popover } from "@/components/ui/popover";
import { toast } from "@/components/ui/toaster";
import type { Operator } from "@/lib/access/permissions";
import { LOCALES, THEMES, type Theme } from "@/lib/i18n/locale";
import { routes } from "@/lib/routes";
import type { ShellActions } from "./actions";

/** Each language under its own name, whatever the page's language. */
const OWN_NAMES = { en: "English", "zh-CN": "简体中文" } as const;

type Props = { operator: Operator; theme: Theme; actions: ShellActions };

/** The person: account, language, appearance, sign out. */
export function AccountMenu({ operator, theme, actions }: Props) {
  const words = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const [, change] = useTransition();
  const name = operator.name || operator.email;
  const choose = (preferences: Parameters<ShellActions["choosePreferences"]>[0]) =>
    change(async () => {
      const chosen = await actions.choosePreferences(preferences);
      if (!chosen.ok) return toast({ kind: "failed", message: words("notKept") });
      // The theme is an attribute of the document itself, which a soft refresh may not redraw.
      if (preferences.theme !== undefined) location.reload();
      else router.refresh();
    });
  return (
    <Popover
      above
      title={words("accountOf", { name })}
      triggerClass="me"
      trigger={
        <>
          <span className="av" aria-hidden="true">
            {name.slice(0, 2)}
          </span>
          <span className="space-t">
            <b>{name}</b>
            <span>{words(`role.${operator.role}`)}</span>
          </span>
          <ChevronsUpDown className="ic rail-off" size={14} aria-hidden="true" />
        </>
      }
    >
      <Link href={routes.account()}>
        <CircleUser className="ic" size={16} aria-hidden="true" />
        {words("account")}
      </Link>
      <Link href={routes.connection()}>
        <Cable className="ic" size={16} aria-hidden="true" />
        {words("connection")}
      </Link>
      <hr />
      <p className="menu-h">{words("language")}</p>
      <div className="menu-c">
        <Segmented
          small
          legend={words("language")}
          value={locale}
          onChange={(chosen) => choose({ locale: chosen })}
          choices={LOCALES.map((value) => ({ value, label: <span lang={value}>{OWN_NAMES[value]}</span> }))}
        />
      </div>
      <p className="menu-h">{words("theme")}</p>
      <div className="menu-c">
        <Segmented
          small
          legend={words("theme")}
          value={theme}
          onChange={(chosen) => choose({ theme: chosen })}
          choices={THEMES.map((value) => ({ value, label: words(`themes.${value}`) }))}
        />
      </div>
      <hr />
      <form action={actions.signOut}>
        <button type="submit">
          <LogOut className="ic" size={16} aria-hidden="true" />
          {words("signOut")}
        </button>
      </form>
    </Popover>
  );
}
