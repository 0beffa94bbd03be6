"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { LocalTime } from "@/components/ui/local-time";
import type { Failure, Result } from "@/lib/failure";
import { useFormat } from "@/lib/i18n/client";
import type { CreatableType } from "@/lib/task-types/registry";
import { MAX_TEMPLATE_NAME } from "@/lib/tasks/origin";
import type { TemplateRow as Template } from "@/lib/tasks/template";
import type { TemplateActions } from "./actions";
import { UseButton } from "./use-button";

type Props = { template: Template; offered: readonly CreatableType[]; actions: TemplateActions };

/** One template: use it, give it another name, or delete it after a second press. */
export function TemplateRow({ template, offered, actions }: Props) {
  const words = useTranslations("templates");
  const names = useTranslations("words");
  const format = useFormat();
  const router = useRouter();
  const [mode, setMode] = useState<"plain" | "renaming" | "deleting">("plain");
  const [name, setName] = useState(template.name);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (change: () => Promise<Result<null>>) => {
    setBusy(true);
    setFailure(null);
    const result = await change().catch(() => null);
    setBusy(false);
    if (result === null) return setFailure({ kind: "unreachable", host: location.host, cause: "cut" });
    if (!result.ok) return setFailure(result.failure);
    setMode("plain");
    return router.refresh();
  };
  const { id: templateId } = template;
  const open = template.open.map((part) => words(`part.${part}`)).join(words("and"));
  const rename = () => void run(() => actions.rename({ templateId, name: name.trim() }));
  return (
    <tr>
      <td>
        {mode === "renaming" ? (
          <form
            action={() => {
              if (name.trim() !== "") rename();
            }}
          >
            <TextInput
              value={name}
              maxLength={MAX_TEMPLATE_NAME}
              aria-label={words("nameOf", { name: template.name })}
              onChange={({ target }) => setName(target.value)}
              autoFocus
            />
          </form>
        ) : (
          <span className="t1">{template.name}</span>
        )}
        <span className="t2">
          {names(`type.${template.type}`)}
          {template.devices !== null && <>, {words("devices", { count: template.devices })}</>}
        </span>
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </td>
      <td className="ink2 hide-m">{open === "" ? words("nothingOpen") : open}</td>
      <td className="hide-m">
        <LocalTime at={template.createdAt} as="day" />
        <span className="t2">{template.createdBy}</span>
      </td>
      <td className="num">{format.number(template.used)}</td>
      <td>
        <div className="acts end">
          {mode === "plain" && (
            <>
              <Button
                size="sm"
                variant="quiet"
                aria-label={words("renameThis", { name: template.name })}
                onClick={() => setMode("renaming")}
              >
                {words("rename")}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                aria-label={words("deleteThis", { name: template.name })}
                onClick={() => setMode("deleting")}
              >
                {words("delete")}
              </Button>
              <UseButton template={template} offered={offered} use={actions.use} />
            </>
          )}
          {mode === "renaming" && (
            <>
              <Button size="sm" variant="quiet" onClick={() => setMode("plain")}>
                {words("keepName")}
              </Button>
              <Button size="sm" busy={busy} blocked={name.trim() === "" ? words("nameless") : null} onClick={rename}>
                {words("saveName")}
              </Button>
            </>
          )}
          {mode === "deleting" && (
            <>
              <Button size="sm" variant="quiet" onClick={() => setMode("plain")}>
                {words("keep")}
              </Button>
              <Button
                size="sm"
                variant="danger"
                busy={busy}
                onClick={() => void run(() => actions.remove({ templateId }))}
                autoFocus
              >
                {words("sure")}
              </Button>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}
