import Link from "next/link";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import type { PackageView } from "@/lib/fleet/package-view";
import { routes } from "@/lib/routes";

/** Tasks that are not finished and install this package. */
export function PackageUses({ uses }: { uses: PackageView["uses"] }) {
  const words = useTranslations("packages.uses");
  return (
    <Panel title={words("title")}>
      {uses.length === 0 ? (
        <p className="panel-b mut sm">{words("none")}</p>
      ) : (
        <ul className="panel-b uses">
          {uses.map(({ id, title }) => (
            <li key={id}>
              <Link href={routes.task(id)}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
