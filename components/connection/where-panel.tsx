import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { ConnectionFacts } from "@/lib/fleet/connection";
import { Fact, Facts } from "./facts";

/** What we are connected to, as it was set up. */
export function WherePanel({ facts }: { facts: ConnectionFacts }) {
  const words = useTranslations("connection.where");
  const none = words("notSet");
  return (
    <Panel title={words("title")}>
      <Facts>
        <Fact name={words("kind")} note={words(facts.isSimulator ? "simulatorNote" : "realNote")}>
          {facts.isSimulator ? words("simulator") : (facts.name ?? words("unnamed"))}
        </Fact>
        <Fact name={words("host")} note={facts.encrypted ? undefined : words("plain")}>
          <span className="mono">{facts.host}</span>
        </Fact>
        <Fact name={words("region")}>
          <span className="mono">{facts.region}</span>
        </Fact>
        <Fact name={words("project")} note={words(facts.projectId === null ? "projectAsked" : "projectNote")}>
          <span className="mono">{facts.projectId ?? none}</span>
        </Fact>
        <Fact name={words("instance")} note={facts.instanceId === null ? words("instanceNone") : undefined}>
          <span className="mono">{facts.instanceId ?? none}</span>
        </Fact>
        <Fact name={words("proxy")} note={proxyNote(facts.proxy, words)}>
          <span className="mono">{facts.proxy?.host ?? words("noProxy")}</span>
        </Fact>
        <Fact name={words("ca")} note={facts.privateCa === "unreadable" ? words("caUnreadable") : undefined}>
          {words(`caKinds.${facts.privateCa}`)}
        </Fact>
      </Facts>
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<"connection.where">>;

function proxyNote(proxy: ConnectionFacts["proxy"], words: Words): string | undefined {
  if (proxy === null) return undefined;
  if (!proxy.used) return words("proxyUnused");
  return proxy.exceptions ? words("proxyExceptions") : words("proxyUsed");
}
