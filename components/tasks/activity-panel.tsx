import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Glyph, type StatusKind } from "@/components/ui/glyph";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import type { ActionState, ActionView } from "@/lib/tasks/action";

const KINDS: { readonly [S in ActionState]: StatusKind } = {
  pending: "waiting",
  running: "running",
  done: "done",
  partial: "partly",
  failed: "failed",
  uncertain: "unknown",
};

/** How many refused devices are listed at once; the rest is counted. */
const LISTED = 20;

/** What people did to this task, newest first, with what each call reached. */
export function ActivityPanel({ actions }: { actions: readonly ActionView[] }) {
  const words = useTranslations("acting.log");
  if (actions.length === 0) return null;
  return (
    <Panel title={words("title")}>
      <ol className="log" aria-live="polite">
        {actions.map((action) => (
          <Entry key={action.id} action={action} />
        ))}
      </ol>
    </Panel>
  );
}

function Entry({ action }: { action: ActionView }) {
  const words = useTranslations("acting.log");
  const refused = action.outcomes.filter((outcome) => !outcome.done);
  const scope = action.scope === "all" ? words("all") : words("devices", { count: action.devices ?? 0 });
  return (
    <li className="log-e">
      <Glyph kind={KINDS[action.state]} />
      <div>
        <p>
          <b>{words(`verb.${action.verb}`, { scope })}</b> {words(`state.${action.state}`)}
        </p>
        <p className="t2">
          {words.rich("by", { who: action.by, at: () => <LocalTime at={action.requestedAt} /> })}
          {action.reason !== "" && <> “{action.reason}”</>}
        </p>
        {action.scope === "devices" && (
          <p className="t2">
            {words("reach", { reached: action.reached, unknown: action.unknown, waiting: action.waiting })}
          </p>
        )}
        {refused.length > 0 && (
          <details>
            <summary>{words("refused", { count: refused.length })}</summary>
            <ul className="refused">
              {refused.slice(0, LISTED).map((outcome) => (
                <li key={outcome.deviceId}>
                  <span className="mono">{outcome.deviceId}</span>{" "}
                  <span className="t2">
                    {[outcome.code, outcome.message].filter((part) => part !== null).join(" ") || words("noReason")}
                  </span>
                </li>
              ))}
              {refused.length > LISTED && <li className="t2">{words("more", { count: refused.length - LISTED })}</li>}
            </ul>
          </details>
        )}
        {action.failure !== null && <FailureNotice failure={action.failure} />}
      </div>
    </li>
  );
}
