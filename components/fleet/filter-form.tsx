"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Search } from "lucide-react";
import { FormProvider, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DEVICE_STATUSES, type DeviceFilter, deviceFilterIssues, givenFilters } from "@/lib/fleet/device-filter";
import { groupsQuery } from "@/lib/queries/groups";
import { productsQuery } from "@/lib/queries/products";
import { FilterField, useIssueWords } from "./filter-field";
import { type FilterValues, SELDOM, toFilter, toFilterValues } from "./filter-values";

type Props = {
  filter: DeviceFilter;
  onApply: (filter: DeviceFilter) => void;
  /** False where the platform can only list. */
  searches: boolean;
};

/** What to look for. Choices are applied at once, text when it is sent; nothing is asked while an answer is wrong. */
export function FilterForm({ filter, onApply, searches }: Props) {
  const words = useTranslations("choosing");
  // What is typed while an earlier answer is on its way stays: nothing is dirty any more once it was sent.
  const form = useForm<FilterValues>({ values: toFilterValues(filter), resetOptions: { keepDirtyValues: true } });
  const products = useQuery(productsQuery());
  const groups = useQuery(groupsQuery());
  const overall = useIssueWords(form.formState.errors.root?.message);
  const isSeldom = givenFilters(filter).some((name) => SELDOM.includes(name));
  const apply = form.handleSubmit((values) => {
    const next = toFilter(values);
    const issues = deviceFilterIssues(next);
    for (const { path, message } of issues)
      form.setError(givenFilters(next).find((name) => name === path) ?? "root", { message });
    if (issues.length > 0) return;
    form.reset(values);
    onApply(next);
  });
  const clear = () => {
    form.reset(toFilterValues({}));
    onApply({});
  };
  return (
    <FormProvider {...form}>
      <search>
        <form className="panel filter-f" onSubmit={apply} noValidate>
          <div className="filter-g">
            <FilterField
              name="product"
              searches={searches}
              choices={(products.data ?? []).map(({ id, name }) => ({ value: id, label: name === "" ? id : name }))}
            />
            <FilterField
              name="status"
              searches={searches}
              choices={DEVICE_STATUSES.map((value) => ({ value, label: words(`status.${value}`) }))}
            />
            <FilterField name="name" searches={searches} hint={words("filter.beginning")} first />
            <FilterField name="node" searches={searches} hint={words("filter.beginning")} />
          </div>
          <details className="adv" open={isSeldom}>
            <summary>
              <ChevronRight className="ic chev" size={16} aria-hidden="true" />
              <b>{words("filter.more")}</b>
            </summary>
            <div className="filter-g">
              <FilterField name="device" searches={searches} />
              <FilterField
                name="group"
                searches={searches}
                choices={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
              <FilterField name="gateway" searches={searches} hint={words("filter.gatewayHint")} />
              <FilterField name="tag" searches={searches} />
              <FilterField name="tagValue" searches={searches} />
              <FilterField name="firmware" searches={searches} />
              <FilterField name="software" searches={searches} />
            </div>
          </details>
          {!searches && <p className="fld-h">{words("noSearch")}</p>}
          {overall !== undefined && (
            <p className="fld-e" role="alert">
              {overall}
            </p>
          )}
          <div className="acts">
            <Button type="submit" icon={<Search className="ic" size={16} aria-hidden="true" />}>
              {words("filter.find")}
            </Button>
            {givenFilters(filter).length > 0 && (
              <Button variant="quiet" onClick={clear}>
                {words("filter.clear")}
              </Button>
            )}
          </div>
        </form>
      </search>
    </FormProvider>
  );
}
