import { useTranslations } from "use-intl";
import type { PlatformAnswer } from "@/lib/failure";

/** The platform's own words and numbers, so that they can be quoted to its support. */
export function PlatformSaid({ status, code, message, requestId }: Partial<PlatformAnswer>) {
  const words = useTranslations("failures");
  const facts = [
    { name: words("said"), value: message === "" ? words("noReason") : message, plain: true },
    { name: words("code"), value: code },
    { name: words("status"), value: status?.toString() },
    { name: words("request"), value: requestId ?? undefined },
  ].filter((fact) => fact.value !== undefined && fact.value !== "");
  if (facts.length === 0) return null;
  return (
    <dl className="said">
      {facts.map(({ name, value, plain }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={plain ? undefined : "mono"}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
