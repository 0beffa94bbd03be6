import { useTranslations } from "use-intl";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import type { PackageDetail } from "@/lib/fleet/fleet";
import { Fact } from "./fact";

/** What a package is and where its file lies. */
export function PackageFacts({ shown }: { shown: PackageDetail }) {
  const words = useTranslations("packages.facts");
  const { location } = shown;
  const mono = (text: string | null) => (text === null || text === "" ? null : <span className="mono">{text}</span>);
  return (
    <Panel title={words("title")}>
      <dl className="facts">
        <Fact name={words("version")}>{shown.version}</Fact>
        <Fact name={words("product")}>{shown.productName === "" ? shown.productId : shown.productName}</Fact>
        <Fact name={words("module")}>{shown.moduleName}</Fact>
        <Fact name={words("from")}>
          {shown.sourceVersions.length === 0 ? words("anyVersion") : shown.sourceVersions.join(", ")}
        </Fact>
        <Fact name={words("description")}>{shown.description}</Fact>
        <Fact name={words("info")}>{mono(shown.customInfo)}</Fact>
        <Fact name={words("added")}>{shown.createdAt === null ? null : <LocalTime at={shown.createdAt} />}</Fact>
        <Fact name={words("id")}>{mono(shown.id)}</Fact>
        <Fact name={words("file")}>
          {location === null ? words("fileUntold") : mono(`${location.bucket}/${location.key}`)}
        </Fact>
        <Fact name={words("region")}>{mono(location?.region ?? null)}</Fact>
        <Fact name={words("sign")}>{mono(location?.sign ?? null)}</Fact>
      </dl>
    </Panel>
  );
}
