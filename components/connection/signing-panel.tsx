import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { ConnectionFacts } from "@/lib/fleet/connection";
import { Fact, Facts } from "./facts";

/** How requests prove who sends them, and what decided it. */
export function SigningPanel({ facts }: { facts: ConnectionFacts }) {
  const words = useTranslations("connection.signing");
  const { credentials, signing } = facts;
  return (
    <Panel title={words("title")}>
      <Facts>
        <Fact name={words("credentials")} note={words("never")}>
          {credentials.kind === "keys"
            ? words(credentials.temporary ? "temporaryKeys" : "keys")
            : words("token", { host: credentials.iamHost })}
        </Fact>
        <Fact name={words("scheme")}>{words(`schemes.${signing.scheme}`, { region: facts.region })}</Fact>
        <Fact name={words("why")}>{words(`rules.${signing.rule}`, { host: facts.host })}</Fact>
      </Facts>
    </Panel>
  );
}
