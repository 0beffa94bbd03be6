"use client";
import { Search, Square } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchInput } from "@/components/ui/inputs";
import { Kbd } from "@/components/ui/kbd";
import { CREATABLE_TYPES, type CreatableType, taskTypes } from "@/lib/task-types/registry";
import { matchesSearch } from "./search-types";
import { TypeCard } from "./type-card";
import { Unsure } from "./unsure";

const INTENTS = ["update", "register", "command"] as const;
type Intent = (typeof INTENTS)[number];

type Props = {
  /** The types that this platform is said to have. */
  offered: readonly CreatableType[];
  /** What was begun already. */
  children: ReactNode;
};

/** Every task type that the console can make, by what it is for, and the drafts that somebody began. */
export function Gallery({ offered, children }: Props) {
  const t = useTranslations("gallery");
  const kinds = useTranslations("kinds");
  const words = useTranslations("words");
  const [search, setSearch] = useState("");
  const found = CREATABLE_TYPES.filter((type) =>
    matchesSearch({ name: words(`type.${type}`), body: kinds(`${type}.body`), find: kinds(`${type}.find`) }, search),
  );
  const column = (intent: Intent) => <Column key={intent} intent={intent} types={found} offered={offered} />;
  return (
    <>
      <header className="page-h">
        <div>
          <h1 className="sentence">{t("question")}</h1>
          <p className="sub">{t("sub")}</p>
        </div>
        <div className="acts">
          <SearchInput
            className="gal-s"
            label={t("search")}
            placeholder={t("search")}
            icon={<Search className="ic" size={16} />}
            end={<Kbd>/</Kbd>}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      </header>
      {found.length === 0 ? (
        <EmptyState title={t("none", { search })} actions={<Button onClick={() => setSearch("")}>{t("clear")}</Button>}>
          {t("noneBody")}
        </EmptyState>
      ) : (
        <div className="gal">
          <div className="stack">
            {column("update")}
            {search === "" && children}
          </div>
          {column("register")}
          <div className="stack">
            {column("command")}
            {search === "" && <Unsure />}
          </div>
        </div>
      )}
    </>
  );
}

type ColumnProps = { intent: Intent; types: readonly CreatableType[]; offered: readonly CreatableType[] };

function Column({ intent, types, offered }: ColumnProps) {
  const t = useTranslations("gallery");
  const own = types.filter((type) => taskTypes[type].intent === intent);
  if (own.length === 0) return null;
  const stoppable = own.some((type) => taskTypes[type].stoppable);
  return (
    <section className="panel" aria-labelledby={`intent-${intent}`}>
      <div className="gal-h">
        <h2 id={`intent-${intent}`}>{t(`intents.${intent}.title`)}</h2>
        <p>{t(`intents.${intent}.body`)}</p>
      </div>
      <p className="band">
        <Square className="ic" size={12} />
        {t(stoppable ? "stoppable" : "unstoppable")}
      </p>
      {own.map((type) => (
        <TypeCard key={type} type={type} offered={offered.includes(type)} band={stoppable} />
      ))}
    </section>
  );
}
