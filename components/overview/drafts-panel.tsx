import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { DataAge } from "@/components/ui/data-age";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";
import type { DraftRow } from "@/lib/tasks/view";

/** Tasks that were begun and not submitted. */
export function DraftsPanel({ rows }: { rows: readonly DraftRow[] }) {
  const words = useTranslations("overview.drafts");
  const types = useTranslations("words.type");
  return (
    <Panel title={words("title")} count={rows.length}>
      <ul>
        {rows.map(({ id, type, title, savedAt }) => (
          <li key={id} className="resume">
            <div>
              <span className="t1">{title || words("untitled")}</span>
              <span className="t2">
                {words.rich("saved", { type: types(type), age: () => <DataAge readAt={savedAt} /> })}
              </span>
            </div>
            <ButtonLink size="sm" href={routes.wizard(type, id)}>
              {words("carryOn")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
