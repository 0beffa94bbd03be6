"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button, ButtonLink } from "@/components/ui/button";
import { Segmented } from "@/components/ui/choices";
import { Panel } from "@/components/ui/panel";
import { RetryNotice } from "@/components/wizard/retry-notice";
import type { Failure, Result } from "@/lib/failure";
import { PACKAGE_TYPES, type PackageType } from "@/lib/fleet/fleet";
import type { PackageForm } from "@/lib/fleet/new-package";
import { failureOf } from "@/lib/queries/get-json";
import { packageKeys } from "@/lib/queries/packages";
import { productsQuery } from "@/lib/queries/products";
import { routes } from "@/lib/routes";
import { PackageField } from "./package-field";

export type Add = (input: PackageForm) => Promise<Result<{ id: string }>>;

const MAX_DESCRIPTION = 1024;
const MAX_INFO = 4096;

/** Adds a package from an object that lies in OBS already. Answers are checked when a field is left, then while typing. */
export function AddPackage({ type, region, add }: { type: PackageType; region: string; add: Add }) {
  const words = useTranslations("packages.form");
  const types = useTranslations("packages.type");
  const router = useRouter();
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const products = useQuery(productsQuery());
  const unread = failureOf(products.error);
  const form = useForm<PackageForm>({ mode: "onTouched", defaultValues: { ...BLANK, type, region } });
  const chosen = useWatch({ control: form.control, name: "type" });
  const send = form.handleSubmit(async (values) => {
    setFailure(null);
    const result = await add(values);
    if (!result.ok) return setFailure(result.failure);
    await client.invalidateQueries({ queryKey: packageKeys.list(values.type) });
    return router.push(routes.package(result.value.id));
  });
  return (
    <FormProvider {...form}>
      <form className="add-package" onSubmit={send} noValidate>
        <Panel title={words("what")}>
          <div className="wz-fields">
            <Segmented
              legend={words("type")}
              value={chosen}
              choices={PACKAGE_TYPES.map((value) => ({ value, label: types(value) }))}
              onChange={(value) => form.setValue("type", value)}
            />
            {unread !== null && <RetryNotice failure={unread} onRetry={() => void products.refetch()} />}
            <PackageField
              name="productId"
              choices={(products.data ?? []).map(({ id, name }) => ({ value: id, label: name === "" ? id : name }))}
            />
            {chosen === "modulePackage" && <PackageField name="moduleName" />}
            <PackageField name="version" hint={words("hint.version")} />
            <PackageField name="sourceVersions" optional hint={words("hint.sourceVersions")} />
            <PackageField name="description" optional most={MAX_DESCRIPTION} lines />
            <PackageField name="customInfo" optional most={MAX_INFO} lines hint={words("hint.customInfo")} />
          </div>
        </Panel>
        <Panel title={words("where")}>
          <div className="wz-fields">
            <p className="fld-h">{words("whereHint")}</p>
            <PackageField name="region" />
            <PackageField name="bucket" />
            <PackageField name="key" hint={words("hint.key")} />
            <PackageField name="sign" optional hint={words("hint.sign")} />
          </div>
        </Panel>
        {failure !== null && <FailureNotice failure={failure} urgent />}
        <div className="acts">
          <Button type="submit" variant="primary" busy={form.formState.isSubmitting}>
            {form.formState.isSubmitting ? words("busy") : words("submit")}
          </Button>
          <ButtonLink variant="quiet" href={routes.packages(`?type=${chosen}`)}>
            {words("leave")}
          </ButtonLink>
        </div>
      </form>
    </FormProvider>
  );
}

const BLANK: Omit<PackageForm, "type" | "region"> = {
  productId: "",
  moduleName: "",
  version: "",
  sourceVersions: "",
  description: "",
  customInfo: "",
  bucket: "",
  key: "",
  sign: "",
};
