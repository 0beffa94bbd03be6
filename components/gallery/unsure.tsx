import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/routes";
import { isCreatable } from "@/lib/task-types/registry";

const CASES = ["createCommands", "createAsyncCommands", "updateDeviceShadows", "createMessages"] as const;

/** Four ways of telling devices something, by what one wants. */
export function Unsure() {
  const t = useTranslations("gallery.unsure");
  const words = useTranslations("words");
  return (
    <section className="panel" aria-labelledby="unsure">
      <div className="panel-h">
        <h2 id="unsure">{t("title")}</h2>
      </div>
      <ul className="qa">
        {CASES.filter(isCreatable).map((type) => (
          <li key={type}>
            <span>{t(type)}</span>
            <Link className="lnk" href={routes.wizard(type)} prefetch={false}>
              {words(`type.${type}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
