import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { DataAge } from "@/components/ui/data-age";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/glyph";
import { Panel } from "@/components/ui/panel";
import type { Failure } from "@/lib/failure";
import type { CallOutcome, ConnectionTest, ReadCall } from "@/lib/fleet/connection";
import { useFormat } from "@/lib/i18n/client";
import { ClockLine } from "./clock-line";

type Props = { test: ConnectionTest | null; busy: boolean; failure: Failure | null; onTest: () => void };

/** One of each reading call, with what came of it. */
export function TestPanel({ test, busy, failure, onTest }: Props) {
  const words = useTranslations("connection.test");
  return (
    <Panel
      title={words("title")}
      end={
        <>
          {test !== null && (
            <span>{words.rich("tested", { age: () => <DataAge readAt={test.testedAt} />, who: test.by })}</span>
          )}
          <Button size="sm" busy={busy} onClick={onTest}>
            {words(busy ? "testing" : "run")}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <div className="call-x">
          <FailureNotice failure={failure} urgent />
        </div>
      )}
      {test === null ? (
        <EmptyState picture="none" title={words("none")}>
          {words("noneBody")}
        </EmptyState>
      ) : (
        <>
          <p className="call-sum" role="status">
            {summary(test, words)}
          </p>
          <ClockLine aheadMs={test.clockAheadMs} />
          <ul>
            {test.calls.map(({ call, outcome }) => (
              <CallLine key={call} call={call} outcome={outcome} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<"connection.test">>;

function summary({ calls, space }: ConnectionTest, words: Words): string {
  const counted = (of: CallOutcome["of"]) => calls.filter(({ outcome }) => outcome.of === of).length;
  const values = { answered: counted("answered"), failed: counted("failed"), skipped: counted("skipped") };
  return space === null ? words("sum", values) : words("sumIn", { ...values, space });
}

const GLYPHS = { answered: "done", failed: "failed", skipped: "waiting" } as const;

function CallLine({ call, outcome }: { call: ReadCall; outcome: CallOutcome }) {
  const words = useTranslations("connection.test");
  const format = useFormat();
  return (
    <li className="call">
      <div className="call-h">
        <Status kind={GLYPHS[outcome.of]}>{words(`outcome.${outcome.of}`)}</Status>
        <span className="call-n">
          {words(`calls.${call}`)} <span className="mono mut">{call}</span>
        </span>
        <span className="mut">
          {outcome.of === "skipped"
            ? words(`skipped.${outcome.why}`)
            : words("took", { ms: format.number(outcome.tookMs) })}
        </span>
      </div>
      {outcome.of === "failed" && <FailureNotice failure={outcome.failure} />}
    </li>
  );
}
