import { useTranslations } from "use-intl";

/** Names the environment variables to look at; nothing where the cure lies elsewhere. Never a value. */
export function WhereToSet({ variables }: { variables: readonly string[] }) {
  const words = useTranslations("failures");
  if (variables.length === 0) return null;
  return (
    <p className="where">
      {words("where")}{" "}
      {variables.map((variable) => (
        <code key={variable} className="mono">
          {variable}
        </code>
      ))}{" "}
      {words("whereMore")}
    </p>
  );
}
