import { Square } from "lucide-react";
import { getTranslator } from "@/lib/i18n/server";
import { CREATABLE_TYPES, taskTypes } from "@/lib/task-types/registry";
import type { DraftRow } from "@/lib/tasks/view";
import type { DiscardDraft } from "./draft-line";
import { DraftList } from "./draft-list";
import { TypeCard } from "./type-card";

const INTENTS = ["update", "register", "command"] as const;

/** Every task type that the console can make, by what it is for, and the drafts that somebody began. */
export async function Gallery({ drafts, discard }: { drafts: readonly DraftRow[]; discard: DiscardDraft }) {
  const t = await getTranslator("gallery");
  return (
    <>
      <header className="page-h">
        <div>
          <h1 className="sentence">{t("question")}</h1>
          <p className="sub">{t("sub")}</p>
        </div>
      </header>
      <div className="gal">
        {INTENTS.map((intent) => {
          const types = CREATABLE_TYPES.filter((type) => taskTypes[type].intent === intent);
          if (types.length === 0) return null;
          const stoppable = types.every((type) => taskTypes[type].stoppable);
          return (
            <section key={intent} className="panel" aria-labelledby={`intent-${intent}`}>
              <div className="gal-h">
                <h2 id={`intent-${intent}`}>{t(`intents.${intent}.title`)}</h2>
                <p>{t(`intents.${intent}.body`)}</p>
              </div>
              <p className="band">
                <Square className="ic" size={12} />
                {t(stoppable ? "stoppable" : "unstoppable")}
              </p>
              {types.map((type) => (
                <TypeCard key={type} type={type} />
              ))}
            </section>
          );
        })}
        {drafts.length > 0 && <DraftList drafts={drafts} discard={discard} />}
      </div>
    </>
  );
}
