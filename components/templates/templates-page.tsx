"use client";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { routes } from "@/lib/routes";
import type { CreatableType } from "@/lib/task-types/registry";
import type { TemplateRow as Template } from "@/lib/tasks/template";
import type { TemplateActions } from "./actions";
import { TemplateRow } from "./template-row";

type Props = { templates: readonly Template[]; offered: readonly CreatableType[]; actions: TemplateActions };

/** What new tasks of this resource space can start from. */
export function TemplatesPage({ templates, offered, actions }: Props) {
  const words = useTranslations("templates");
  const format = useFormat();
  return (
    <>
      <header className="page-h">
        <div>
          <h1 className="page-t">{words("title")}</h1>
          <p className="sub">{words("sub")}</p>
        </div>
      </header>
      {templates.length === 0 ? (
        <section className="panel">
          <EmptyState title={words("none")} actions={<ButtonLink href={routes.tasks()}>{words("toTasks")}</ButtonLink>}>
            {words("noneBody")}
          </EmptyState>
        </section>
      ) : (
        <Panel title={words("title")} count={format.number(templates.length)} className="clip">
          <div className="tbl-w">
            <table className="tbl">
              <thead>
                <tr>
                  <th scope="col">{words("name")}</th>
                  <th scope="col" className="hide-m">
                    {words("open")}
                  </th>
                  <th scope="col" className="hide-m">
                    {words("made")}
                  </th>
                  <th scope="col" className="num">
                    {words("used")}
                  </th>
                  <th scope="col">
                    <span className="vh">{words("do")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {templates.map((template) => (
                  <TemplateRow key={template.id} template={template} offered={offered} actions={actions} />
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </>
  );
}
