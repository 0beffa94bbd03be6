"use client";
import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { groupCountQuery } from "@/lib/queries/groups";
import type { GroupView } from "@/lib/tasks/draft";

type Props = { group: GroupView; depth: number; checked: boolean; onToggle: (on: boolean) => void };

/** One group of the tree. Its devices are counted once the row was on the screen, not for a thousand groups at once. */
export function GroupRow({ group, depth, checked, onToggle }: Props) {
  const t = useTranslations("wizard.who");
  const row = useRef<HTMLDivElement>(null);
  const seen = useSeen(row);
  const indent: CSSProperties & { "--depth": number } = { "--depth": depth };
  return (
    <div ref={row} className={checked ? "choose-r grp on" : "choose-r grp"} style={indent}>
      <Checkbox checked={checked} onChange={(event) => onToggle(event.target.checked)}>
        <b>{group.name}</b>
        {group.description !== "" && <span className="mut sm">{group.description}</span>}
      </Checkbox>
      <span className="mut sm">{t(`kinds.${group.kind}`)}</span>
      <span className="num">
        <GroupCount group={group} wanted={seen || checked} />
      </span>
    </div>
  );
}

function GroupCount({ group, wanted }: { group: GroupView; wanted: boolean }) {
  const t = useTranslations("wizard.who");
  const asked = useQuery({ ...groupCountQuery(group.id), enabled: group.count === null && wanted });
  const count = group.count ?? asked.data ?? null;
  if (count !== null) return t("members", { count });
  return <span className="mut sm">{asked.isFetching || !wanted ? t("counting") : t("unknown")}</span>;
}

/** True from the moment the element came into sight. */
function useSeen(ref: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null || seen) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref, seen]);
  return seen;
}
