import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  current: boolean;
  needsAttention?: boolean | undefined;
};

/** Views of one list; each is a link, so that the address says which one is open. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className={clsx("tab", tab.current && "on")}
          aria-current={tab.current ? "page" : undefined}
          scroll={false}
        >
          {tab.needsAttention && <i className="dot" aria-hidden="true" />}
          {tab.label}
          {tab.count !== undefined && <span>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
