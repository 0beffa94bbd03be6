"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { RetryNotice } from "@/components/wizard/retry-notice";
import { PACKAGE_TYPES, type Package, type PackageType } from "@/lib/fleet/fleet";
import { failureOf } from "@/lib/queries/get-json";
import { packagesQuery } from "@/lib/queries/packages";
import { routes } from "@/lib/routes";

/** The packages of one type in the resource space, newest first. */
export function PackageList({ type, mayKeep }: { type: PackageType; mayKeep: boolean }) {
  const words = useTranslations("packages");
  const list = useQuery(packagesQuery(type));
  const failure = failureOf(list.error);
  const add = mayKeep ? (
    <ButtonLink
      variant="primary"
      href={routes.newPackage(`?type=${type}`)}
      icon={<Plus className="ic" size={16} aria-hidden="true" />}
    >
      {words("add")}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <header className="page-h mid">
        <h1 className="page-t">{words("title")}</h1>
        {add}
      </header>
      <Tabs
        label={words("types")}
        tabs={PACKAGE_TYPES.map((one) => ({
          href: routes.packages(`?type=${one}`),
          label: words(`type.${one}`),
          current: one === type,
        }))}
      />
      <section className="panel clip gap-t" aria-label={words(`type.${type}`)}>
        {failure !== null && <RetryNotice failure={failure} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton rows={5} label={words("loading")} />}
        {list.data?.length === 0 && (
          <EmptyState title={words(`empty.${type}`)} actions={add}>
            {words("emptyBody")}
          </EmptyState>
        )}
        {list.data !== undefined && list.data.length > 0 && <PackageTable rows={list.data} />}
      </section>
    </>
  );
}

function PackageTable({ rows }: { rows: readonly Package[] }) {
  const words = useTranslations("packages");
  return (
    <div className="tbl-w">
      <table className="tbl list-t">
        <thead>
          <tr>
            <th scope="col">{words("column.version")}</th>
            <th scope="col">{words("column.product")}</th>
            <th scope="col" className="hide-m">
              {words("column.from")}
            </th>
            <th scope="col" className="hide-s">
              {words("column.description")}
            </th>
            <th scope="col" className="hide-m">
              {words("column.added")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link className="t1" href={routes.package(row.id)}>
                  {row.version}
                </Link>
              </td>
              <td>{row.productName === "" ? row.productId : row.productName}</td>
              <td className="hide-m ink2">
                {row.sourceVersions.length === 0 ? words("anyVersion") : row.sourceVersions.join(", ")}
              </td>
              <td className="hide-s ink2">{row.description}</td>
              <td className="hide-m ink2">{row.createdAt !== null && <LocalTime at={row.createdAt} as="day" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
