import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { SearchInput, Select } from "@/components/ui/inputs";
import { routes } from "@/lib/routes";
import { TASK_TYPES } from "@/lib/tasks/task-type";
import type { TaskFilter } from "@/lib/tasks/view";

/** A plain form that writes the address: it works before any script has run. */
export function TaskFilters({ filter }: { filter: TaskFilter }) {
  const words = useTranslations("tasks");
  const names = useTranslations("words");
  return (
    <Form action={routes.tasks()} className="filters-f" role="search" key={`${filter.type} ${filter.search}`}>
      {filter.tab !== "all" && <input type="hidden" name="tab" value={filter.tab} />}
      <SearchInput
        label={words("search")}
        placeholder={words("search")}
        name="q"
        defaultValue={filter.search}
        maxLength={100}
        icon={<Search size={16} aria-hidden="true" />}
        className="w320"
      />
      <Select
        name="type"
        aria-label={words("type")}
        defaultValue={filter.type ?? ""}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        <option value="">{words("anyType")}</option>
        {TASK_TYPES.map((type) => (
          <option key={type} value={type}>
            {names(`type.${type}`)}
          </option>
        ))}
      </Select>
      <Button type="submit">{words("find")}</Button>
    </Form>
  );
}
