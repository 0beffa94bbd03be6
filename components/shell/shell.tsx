"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Operator } from "@/lib/access/permissions";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import type { Theme } from "@/lib/i18n/locale";
import { routes } from "@/lib/routes";
import type { LinkView } from "@/lib/tasks/view";
import { AccountMenu } from "./account-menu";
import type { ShellActions } from "./actions";
import { LinkBanner } from "./link-banner";
import { Logo } from "./logo";
import { NavLinks } from "./nav-links";
import { PlatformMark } from "./platform-mark";
import { SpaceSwitcher } from "./space-switcher";
import { TopBar } from "./top-bar";
import { TrustBlock } from "./trust-block";

type Props = {
  operator: Operator;
  spaces: readonly ResourceSpace[];
  /** Null when no resource space could be read. */
  spaceId: string | null;
  link: LinkView;
  theme: Theme;
  actions: ShellActions;
  children: ReactNode;
};

/** What stands around every page of the console. */
export function Shell({ operator, spaces, spaceId, link, theme, actions, children }: Props) {
  const words = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <>
      <a className="skip" href="#main">
        {common("skip")}
      </a>
      <div className="app">
        <nav className="side" id="side" popover="auto" aria-label={words("nav")}>
          <div className="brand">
            <Link href={routes.overview()} className="brand-l">
              <Logo />
              <span className="brand-n">{common("brand")}</span>
            </Link>
            <PlatformMark platform={link.platform} />
          </div>
          <SpaceSwitcher spaces={spaces} spaceId={spaceId} choose={actions.chooseSpace} />
          <NavLinks mayCreate={operator.role !== "viewer"} />
          <div className="side-end">
            <TrustBlock spaceId={spaceId} initial={link} />
            <AccountMenu operator={operator} theme={theme} actions={actions} />
          </div>
        </nav>
        <div className="desk">
          <TopBar spaceId={spaceId} initial={link} />
          <LinkBanner spaceId={spaceId} initial={link} />
          <main id="main" className="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </>
  );
}
