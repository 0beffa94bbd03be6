"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { RetryNotice } from "@/components/wizard/retry-notice";
import { failureOf } from "@/lib/queries/get-json";
import { packageQuery } from "@/lib/queries/packages";
import { routes } from "@/lib/routes";
import { PackageFacts } from "./package-facts";
import { PackageUses } from "./package-uses";
import type { Remove } from "./remove-package";

const RemovePackage = dynamic(() => import("./remove-package").then((module) => module.RemovePackage));

/** One package: what it is, where its file lies, which tasks would miss it. */
export function PackagePage({ packageId, remove }: { packageId: string; remove: Remove | null }) {
  const words = useTranslations("packages");
  const [removing, setRemoving] = useState(false);
  const { data, error, refetch } = useQuery(packageQuery(packageId));
  const failure = failureOf(error);
  const shown = data?.package;
  return (
    <>
      <header className="page-h task-h">
        <div>
          <nav className="crumb" aria-label={words("breadcrumb")}>
            <Link href={routes.packages(shown === undefined ? "" : `?type=${shown.type}`)}>{words("title")}</Link>
            <ChevronRight size={14} aria-hidden="true" />
            <span>{shown === undefined ? packageId : words(`one.${shown.type}`)}</span>
          </nav>
          <h1 className="task-t">
            {shown === undefined
              ? packageId
              : words("label", {
                  product: shown.productName === "" ? shown.productId : shown.productName,
                  version: shown.version,
                })}
          </h1>
        </div>
        {remove !== null && data !== undefined && (
          <Button
            variant="danger"
            icon={<Trash2 className="ic" size={16} aria-hidden="true" />}
            onClick={() => setRemoving(true)}
          >
            {words("remove.open")}
          </Button>
        )}
      </header>
      {failure !== null && <RetryNotice failure={failure} onRetry={() => void refetch()} />}
      {data === undefined && failure === null && (
        <section className="panel">
          <Skeleton rows={5} label={words("loading")} />
        </section>
      )}
      {data !== undefined && (
        <div className="cols">
          <div className="stack">
            <PackageFacts shown={data.package} />
          </div>
          <div className="stack">
            <PackageUses uses={data.uses} />
          </div>
        </div>
      )}
      {removing && data !== undefined && remove !== null && (
        <RemovePackage view={data} remove={remove} onClose={() => setRemoving(false)} />
      )}
    </>
  );
}
