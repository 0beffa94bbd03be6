"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { failureOf } from "@/lib/queries/get-json";
import { productsQuery } from "@/lib/queries/products";
import { RetryNotice } from "./retry-notice";

/** The products' IDs, which a registration has to name: a spreadsheet from a supplier seldom holds them. */
export function ProductIds() {
  const t = useTranslations("wizard.productIds");
  const [open, setOpen] = useState(false);
  const list = useQuery({ ...productsQuery(), enabled: open });
  const failure = failureOf(list.error);
  return (
    <details className="panel adv" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronRight className="ic chev" size={16} />
        <b>{t("title")}</b>
        <span className="mut sm">{t("hint")}</span>
      </summary>
      {failure !== null && <RetryNotice failure={failure} onRetry={() => void list.refetch()} />}
      {failure === null && list.data === undefined && <p className="foot">{t("loading")}</p>}
      {list.data !== undefined && (
        <dl className="kv foot">
          {list.data.map(({ id, name }) => (
            <div key={id} className="contents">
              <dt>{name}</dt>
              <dd className="mono">{id}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
