"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Failure, Result } from "@/lib/failure";
import type { ConnectionFacts, ConnectionTest } from "@/lib/fleet/connection";
import { AbilitiesPanel, LimitsPanel } from "./abilities-panel";
import { SigningPanel } from "./signing-panel";
import { TestPanel } from "./test-panel";
import { WherePanel } from "./where-panel";
import { WritesPanel } from "./writes-panel";

type Props = {
  facts: ConnectionFacts;
  /** The test of the last minute, whoever made it. */
  last: ConnectionTest | null;
  test: (input: null) => Promise<Result<ConnectionTest>>;
};

/** Everything about the line to the platform: what is at its other end, how we sign, and whether each call works. */
export function ConnectionPage({ facts, last, test }: Props) {
  const words = useTranslations("connection");
  const [done, setDone] = useState(last);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    const result = await test(null).catch(() => null);
    setBusy(false);
    if (result === null) return setFailure({ kind: "unreachable", host: location.host, cause: "cut" });
    return result.ok ? setDone(result.value) : setFailure(result.failure);
  };
  return (
    <>
      <header className="page-h">
        <div>
          <h1 className="page-t">{words("title")}</h1>
          <p className="sub">{words("sub")}</p>
        </div>
      </header>
      <div className="cols">
        <div className="stack">
          <TestPanel test={done} busy={busy} failure={failure} onTest={() => void run()} />
          <WritesPanel />
        </div>
        <div className="stack">
          <WherePanel facts={facts} />
          <SigningPanel facts={facts} />
          <AbilitiesPanel facts={facts} searches={done?.searches ?? null} />
          <LimitsPanel limits={facts.limits} />
        </div>
      </div>
    </>
  );
}
