"use client";
import { Hourglass, Server } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Glyph, Status } from "@/components/ui/glyph";
import { TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { taskTypes } from "@/lib/task-types/registry";
import { useKeeper } from "./keeper-fields";
import { guardOf, matches, type Reach } from "./reach";
import { ReviewChecks } from "./target-check";
import { useWizard } from "./use-wizard";
import { Fact } from "./words-aside";

type Props = { typed: string; onType: (typed: string) => void };

/** What was checked, the number to type where many devices are reached, and who holds the schedule. */
export function ReviewAside({ typed, onType }: Props) {
  const t = useTranslations("wizard.review");
  const { type, chosen, reach, counting } = useWizard();
  const guard = reach === null || counting ? null : guardOf(reach, taskTypes[type].oneWay);
  const keeper = useKeeper();
  return (
    <aside className="wz-a" aria-label={t("checked")}>
      <Panel title={t("checked")}>
        <div className="chk-l flat">
          {counting && (
            <p>
              <Glyph kind="waiting" />
              <span>{t("counting")}</span>
            </p>
          )}
          {chosen !== null && (
            <p>
              <Glyph kind="done" />
              <span>
                {chosen.sourceVersions.length === 0
                  ? t("anyVersion", { version: chosen.version })
                  : t("versions", { version: chosen.version, versions: chosen.sourceVersions.join(", ") })}
              </span>
            </p>
          )}
        </div>
        <ReviewChecks />
        {guard !== null && reach !== null && (
          <>
            <hr className="hr" />
            <CountGuard {...guard} reach={reach} typed={typed} onType={onType} />
          </>
        )}
        <Fact
          icon={keeper === "console" ? Hourglass : Server}
          title={t(`holds.${keeper ?? "nobody"}`)}
          body={t(`holds.${keeper ?? "nobody"}Body`)}
        />
      </Panel>
    </aside>
  );
}

type GuardProps = Props & { expected: number; of: "devices" | "groups"; reach: Reach };

/** Asks for the number, so that a wrong list shows before it is sent. */
function CountGuard({ expected, of, reach, typed, onType }: GuardProps) {
  const t = useTranslations("wizard.review");
  const format = useFormat();
  const id = useId();
  const good = matches(typed, expected);
  return (
    <div className="conf">
      <div className="fld">
        <label className="fld-l" htmlFor={id}>
          {t(of === "devices" ? "guardDevices" : "guardGroups")}
        </label>
        <span className="fld-h" id={`${id}-hint`}>
          {t("guardHint")}
          {reach.by === "groups" &&
            reach.atMost &&
            of === "devices" &&
            ` ${t("atMostHint", { count: format.number(expected) })}`}
        </span>
        <span className="cnt-in">
          <TextInput
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => onType(event.target.value)}
            aria-describedby={`${id}-hint ${id}-state`}
          />
          <span id={`${id}-state`} role="status">
            {good ? (
              <Status kind="done">{t("guardMatch")}</Status>
            ) : (
              typed !== "" && <Status kind="waiting">{t("guardMiss")}</Status>
            )}
          </span>
        </span>
      </div>
    </div>
  );
}
