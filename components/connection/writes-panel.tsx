import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { WRITE_CALLS } from "@/lib/fleet/connection";

/** What no test can tell, and why. */
export function WritesPanel() {
  const words = useTranslations("connection.writes");
  return (
    <Panel title={words("title")}>
      <div className="panel-b stack">
        <p className="ink2 sm">{words("why")}</p>
        <ul className="call-w">
          {WRITE_CALLS.map((call) => (
            <li key={call} className="mono">
              {call}
            </li>
          ))}
        </ul>
        <p className="ink2 sm">{words("then")}</p>
      </div>
    </Panel>
  );
}
