"use client";
import { clsx } from "clsx";
import { BookCopy, Cpu, LayoutDashboard, ListChecks, Package, Plus } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { routes } from "@/lib/routes";
import { useShortcuts } from "./use-shortcuts";

/** New task and the pages; following one closes the phone's menu. */
export function NavLinks({ mayCreate }: { mayCreate: boolean }) {
  const words = useTranslations("shell");
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what closes the menu
  useEffect(() => {
    const side = document.getElementById("side");
    if (side?.matches(":popover-open")) side.hidePopover();
  }, [path]);
  useShortcuts(mayCreate);
  const links = [
    { href: routes.overview(), name: words("overview"), icon: LayoutDashboard, on: path === routes.overview() },
    { href: routes.tasks(), name: words("tasks"), icon: ListChecks, on: path.startsWith(routes.tasks()) },
    ...(mayCreate
      ? [{ href: routes.templates(), name: words("templates"), icon: BookCopy, on: path === routes.templates() }]
      : []),
    { href: routes.packages(), name: words("packages"), icon: Package, on: path.startsWith(routes.packages()) },
    { href: routes.devices(), name: words("devices"), icon: Cpu, on: path.startsWith(routes.devices()) },
  ];
  return (
    <>
      {mayCreate && (
        <ButtonLink
          variant="primary"
          className="side-new"
          href={routes.newTask()}
          icon={<Plus className="ic" size={16} aria-hidden="true" />}
          aria-keyshortcuts="c"
        >
          {words("newTask")}
          <Kbd>C</Kbd>
        </ButtonLink>
      )}
      <ul className={clsx(!mayCreate && "mt-s")}>
        {links.map(({ href, name, icon: Icon, on }) => (
          <li key={href}>
            <Link href={href} className={clsx("nav", on && "on")} aria-current={on ? "page" : undefined} title={name}>
              <Icon className="ic" size={16} aria-hidden="true" />
              <span>{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
