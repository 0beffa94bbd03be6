import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Failure } from "@/lib/failure";
import { failureOf } from "@/lib/queries/get-json";
import { downloadRegistered } from "@/lib/queries/registered";
import type { TaskView } from "@/lib/tasks/view";

/** How the devices that a task registered are used afterwards: their IDs and secrets as a file, for those permitted. */
export function RegisteredPanel({ task, maySeeSecrets }: { task: TaskView; maySeeSecrets: boolean }) {
  const words = useTranslations("tasks.registered");
  const [rows, setRows] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (task.type !== "createDevices" || task.platformId === null) return null;
  const { succeeded } = task.progress;

  const download = async () => {
    setRows(0);
    setFailure(null);
    try {
      const file = await downloadRegistered(task.id, setRows);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = words("file", { title: task.title });
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setRows(null);
  };

  return (
    <Panel title={words("title")}>
      <div className="registered">
        <p>{succeeded === null ? words("unknown") : words("text", { count: succeeded })}</p>
        {maySeeSecrets ? (
          <>
            <Button
              variant="primary"
              icon={<Download size={16} aria-hidden="true" />}
              busy={rows !== null}
              onClick={download}
            >
              {words("download")}
            </Button>
            <p className="mut sm" aria-live="polite">
              {rows === null ? words("audit") : words("reading", { count: rows })}
            </p>
          </>
        ) : (
          <p className="mut sm">{words("forbidden")}</p>
        )}
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </div>
    </Panel>
  );
}
