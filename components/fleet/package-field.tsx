import type { ReactNode } from "react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import { type PackageForm, packageIssues } from "@/lib/fleet/new-package";
import { useFormat } from "@/lib/i18n/client";
import { useIssueWords } from "./filter-field";

type Props = {
  name: Exclude<keyof PackageForm, "type">;
  hint?: ReactNode;
  optional?: boolean;
  choices?: readonly { value: string; label: string }[];
  /** Characters it takes: they are counted while one types. */
  most?: number;
  lines?: boolean;
};

/** One answer about a new package, held against the platform's own limits. */
export function PackageField({ name, hint, optional = false, choices, most, lines = false }: Props) {
  const words = useTranslations("packages.form");
  const common = useTranslations("common");
  const format = useFormat();
  const { control, register } = useFormContext<PackageForm>();
  const { errors } = useFormState({ control, name });
  const value = useWatch({ control, name });
  const error = useIssueWords(errors[name]?.message);
  const input = register(name, {
    validate: (_, values) => packageIssues(values).find(({ path }) => path === name)?.message ?? true,
  });
  const count =
    most === undefined || value === ""
      ? undefined
      : words("of", { count: format.number(value.trim().length), most: format.number(most) });
  return (
    <Field
      label={words(`field.${name}`)}
      aside={optional ? common("optional") : undefined}
      hint={hint}
      error={error}
      count={count}
    >
      {(given) => {
        if (choices !== undefined)
          return (
            <Select {...given} {...input}>
              <option value="">{words("choose")}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </Select>
          );
        if (lines) return <TextArea {...given} {...input} />;
        return <TextInput {...given} {...input} autoComplete="off" spellCheck={false} />;
      }}
    </Field>
  );
}
