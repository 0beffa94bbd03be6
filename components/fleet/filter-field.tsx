import type { ReactNode } from "react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { useMessages, useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { type DeviceFilterName, needsSearch } from "@/lib/fleet/device-filter";
import type { FilterValues } from "./filter-values";

type Props = {
  name: DeviceFilterName;
  searches: boolean;
  hint?: ReactNode;
  /** Choices make a select, which is applied at once; without them it is a line of text. */
  choices?: readonly { value: string; label: string }[];
  /** The field that "/" leads to. */
  first?: boolean;
};

/** One thing to look for; off where the platform can not look for it. */
export function FilterField({ name, searches, hint, choices, first = false }: Props) {
  const words = useTranslations("choosing.filter");
  const { register, control } = useFormContext<FilterValues>();
  const { errors } = useFormState({ control, name });
  const error = useIssueWords(errors[name]?.message);
  const isOff = !searches && needsSearch(name);
  const input = register(name);
  const value = useWatch({ control, name });
  // What is asked for is a choice before the list of choices is here, and after it was deleted.
  const isKnown = value === "" || choices?.some((choice) => choice.value === value);
  const offered = isKnown ? choices : [...(choices ?? []), { value, label: value }];
  return (
    <Field label={words(name)} hint={isOff ? undefined : hint} error={error}>
      {(given) =>
        choices === undefined ? (
          <TextInput
            {...given}
            {...input}
            type={first ? "search" : "text"}
            disabled={isOff}
            autoComplete="off"
            spellCheck={false}
          />
        ) : (
          <Select
            {...given}
            {...input}
            disabled={isOff}
            onChange={(event) => {
              void input.onChange(event);
              event.currentTarget.form?.requestSubmit();
            }}
          >
            <option value="">{words("any")}</option>
            {offered?.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  );
}

/** The words of an issue by its key; undefined where there is none. */
export function useIssueWords(key: string | undefined): string | undefined {
  const words = useTranslations("failures.issue");
  const written = useMessages().failures.issue;
  const isKnown = (one: string): one is keyof typeof written => Object.hasOwn(written, one);
  return key !== undefined && isKnown(key) ? words(key) : key;
}
