import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { ConnectionFacts } from "@/lib/fleet/connection";
import { useFormat } from "@/lib/i18n/client";
import { Fact, Facts } from "./facts";

const MEGABYTE = 1024 * 1024;

/** What this platform can do, as far as that can be found out, and the limits that are kept to. */
export function AbilitiesPanel({ facts, searches }: { facts: ConnectionFacts; searches: boolean | null }) {
  const words = useTranslations("connection.abilities");
  const { moduleUpgrades, gatewayChanges, chineseTaskNames } = facts.switches;
  const set = (on: boolean) => words(on ? "setOn" : "setOff");
  const known = searches === null ? "unknown" : searches ? "yes" : "no";
  return (
    <Panel title={words("title")}>
      <Facts>
        <Fact name={words("search")} note={words(`searchNotes.${known}`)}>
          {words(`searches.${known}`)}
        </Fact>
        <Fact name={words("confirm")} note={words("confirmNote")}>
          {words("notTellable")}
        </Fact>
        <Fact name={words("modules")} note={words("setBy", { variable: "IOTDA_MODULE_UPGRADES" })}>
          {set(moduleUpgrades)}
        </Fact>
        <Fact name={words("gateways")} note={words("setBy", { variable: "IOTDA_GATEWAY_CHANGES" })}>
          {set(gatewayChanges)}
        </Fact>
        <Fact name={words("chinese")} note={words("setBy", { variable: "TASK_NAME_CHINESE" })}>
          {set(chineseTaskNames)}
        </Fact>
      </Facts>
    </Panel>
  );
}

export function LimitsPanel({ limits }: { limits: ConnectionFacts["limits"] }) {
  const words = useTranslations("connection.limits");
  const format = useFormat();
  const lines = [
    { name: words("tasksAtOnce"), value: format.number(limits.tasksAtOnce) },
    { name: words("targets"), value: format.number(limits.targets) },
    { name: words("actionTargets"), value: format.number(limits.actionTargets) },
    { name: words("daysAhead"), value: words("days", { count: limits.daysAhead }) },
    { name: words("fileRows"), value: format.number(limits.fileRows) },
    { name: words("fileSize"), value: words("megabytes", { count: limits.fileBytes / MEGABYTE }) },
    { name: words("files"), value: format.number(limits.files) },
  ];
  return (
    <Panel title={words("title")}>
      <div className="panel-b">
        <dl className="kv">
          {lines.map(({ name, value }) => (
            <div key={name} className="kv-r">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="fact-n">{words("note")}</p>
      </div>
    </Panel>
  );
}
