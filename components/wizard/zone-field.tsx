"use client";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { isZone, offsetLabel, zonesFor } from "@/lib/tasks/zoned-time";
import { matchingZones, type Zone } from "./matching-zones";
import { useWizard } from "./use-wizard";

/** A zone, found by its name or its offset. The list is made when it is first opened: it takes a moment. */
export function ZoneField() {
  const t = useTranslations("wizard.when");
  const { form, values } = useWizard();
  const { zone } = values.schedule;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const open = typed !== null;
  const all = useMemo(() => (open ? zonesFor(new Date().toISOString()) : []), [open]);
  const shown = open ? matchingZones(all, typed) : [];

  const close = () => setTyped(null);
  // The whole list opens at the zone that is chosen, a search at its first match.
  useEffect(() => {
    const at =
      typed === ""
        ? Math.max(
            0,
            all.findIndex((item) => item.zone === zone),
          )
        : 0;
    setActive(at);
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [typed, all, zone]);
  const choose = (next: Zone | undefined) => {
    if (next === undefined) return;
    form.setValue("schedule.zone", next.zone, { shouldDirty: true });
    void form.trigger("schedule.date");
    close();
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(to, shown.length - 1));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") open ? move(active + 1) : setTyped("");
    else if (event.key === "ArrowUp" && open) move(active - 1);
    else if (event.key === "Enter" && open) choose(shown[active]);
    else if (event.key === "Escape" && open) close();
    else return;
    event.preventDefault();
  };
  return (
    <Field label={t("zone")} className="zone">
      {(control) => (
        <>
          <TextInput
            {...control}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={listId}
            aria-activedescendant={shown[active] === undefined ? undefined : `${listId}-${active}`}
            autoComplete="off"
            spellCheck={false}
            placeholder={zoneLabel(zone)}
            value={typed ?? zoneLabel(zone)}
            onFocus={(event) => event.target.select()}
            onClick={() => setTyped((text) => text ?? "")}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={press}
            onBlur={close}
          />
          <div ref={list} id={listId} className="menu zone-l" role="listbox" aria-label={t("zone")} hidden={!open}>
            {shown.map((item, index) => (
              <div
                key={item.zone}
                tabIndex={-1}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={item.zone === zone}
                className={index === active ? "hot" : undefined}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(item);
                }}
              >
                <span>{item.zone}</span>
                <span className="mut">{item.offset}</span>
              </div>
            ))}
            {open && shown.length === 0 && <p className="mut sm">{t("zoneNone")}</p>}
          </div>
        </>
      )}
    </Field>
  );
}

const zoneLabel = (zone: string): string =>
  isZone(zone) ? `${zone} (${offsetLabel(new Date().toISOString(), zone)})` : zone;
