import { useMessages, useTranslations } from "use-intl";
import type { Issue } from "@/lib/failure";

/** What has to be changed, one line for each; an issue that nobody wrote words for names its place. */
export function Issues({ issues }: { issues: readonly Issue[] }) {
  const words = useTranslations("failures.issue");
  const all = useTranslations("failures");
  const written = useMessages().failures.issue;
  const known = (key: string): key is keyof typeof written => Object.hasOwn(written, key);
  return (
    <ul className="issues">
      {issues.map(({ path, message, values }) => (
        <li key={`${path} ${message}`}>
          {known(message) ? words(message, values) : all("invalid.other", { path: path === "" ? message : path })}
        </li>
      ))}
    </ul>
  );
}
