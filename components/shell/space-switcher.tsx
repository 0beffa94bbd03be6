"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import { toast } from "@/components/ui/toaster";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import type { ShellActions } from "./actions";

type Props = { spaces: readonly ResourceSpace[]; spaceId: string | null; choose: ShellActions["chooseSpace"] };

/** The resource space that every list and every new task is about. */
export function SpaceSwitcher({ spaces, spaceId, choose }: Props) {
  const words = useTranslations("shell");
  const router = useRouter();
  const queries = useQueryClient();
  const [changing, change] = useTransition();
  const current = spaces.find(({ id }) => id === spaceId);
  if (current === undefined) return <p className="space xs">{words("noSpace")}</p>;

  const pick = (id: string) =>
    change(async () => {
      const chosen = await choose({ spaceId: id });
      if (!chosen.ok) return toast({ kind: "failed", message: words("notKept") });
      router.refresh();
      await queries.resetQueries();
    });

  const shown = (
    <>
      <span className="space-t">
        <b>{current.name}</b>
        <span>{changing ? words("spaceChanging") : words("ofSpaces", { count: spaces.length })}</span>
      </span>
      {spaces.length > 1 && <ChevronsUpDown className="ic rail-off" size={14} aria-hidden="true" />}
      <span className="rail-on" aria-hidden="true">
        {current.name.slice(0, 2)}
      </span>
    </>
  );
  if (spaces.length === 1)
    return (
      <div className="space" title={words("spaceNow", { name: current.name })}>
        {shown}
      </div>
    );
  return (
    <Popover trigger={shown} triggerClass="space" title={words("spaceNow", { name: current.name })}>
      <p className="menu-h">{words("space")}</p>
      {spaces.map(({ id, name, isDefault }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === spaceId}
          onClick={(event) => {
            event.currentTarget.closest<HTMLElement>("[popover].menu")?.hidePopover();
            if (id !== spaceId) pick(id);
          }}
        >
          <span className="grow">
            {name}
            {isDefault && <small>{words("defaultSpace")}</small>}
          </span>
          {id === spaceId && <Check className="ic" size={14} aria-hidden="true" />}
        </button>
      ))}
    </Popover>
  );
}
