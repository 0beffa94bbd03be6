"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { routes } from "@/lib/routes";
import { shortcut } from "./shortcut";

const TYPING = "input, textarea, select, [contenteditable]";
const OPEN = "[role=dialog], .menu:popover-open";

/** Keys that work on every page. */
export function useShortcuts(mayCreate: boolean): void {
  const router = useRouter();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches(TYPING);
      const { key, ctrlKey, metaKey, altKey } = event;
      const busy = typing || event.defaultPrevented || document.querySelector(OPEN) !== null;
      const wanted = shortcut({ key, ctrlKey, metaKey, altKey, busy });
      if (wanted === "new-task" && mayCreate) router.push(routes.newTask());
      const search = wanted === "search" ? document.querySelector<HTMLElement>("main input[type=search]") : null;
      if (search === null) return;
      event.preventDefault();
      search.focus();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [router, mayCreate]);
}
