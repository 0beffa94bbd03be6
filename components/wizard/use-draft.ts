"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { draftQuery } from "@/lib/queries/drafts";
import type { CreatableType } from "@/lib/task-types/registry";
import type { DraftView, Step, TargetSetView } from "@/lib/tasks/draft";
import type { WizardActions } from "./actions";
import { createAutosave, type SaveState } from "./autosave";
import { kept } from "./kept";
import { stepHref } from "./use-step";
import { sameValues, valuesFrom, type WizardValues } from "./values";

type Given = {
  type: CreatableType;
  draft: DraftView | null;
  form: UseFormReturn<WizardValues>;
  step: Step;
  actions: WizardActions;
};

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Keeps form and draft in step. The draft is made with the first change, so that looking around leaves nothing behind. */
export function useDraft({ type, draft, form, step, actions }: Given) {
  const queries = useQueryClient();
  const [id, setId] = useState(draft?.id ?? null);
  const [state, setState] = useState<SaveState>({ kind: "clean", at: draft?.savedAt ?? null });
  const [targetSet, setTargetSet] = useState<TargetSetView | null>(draft?.targetSet ?? null);
  const idNow = useRef(id);

  const [autosave] = useState(() =>
    createAutosave({
      revision: draft?.revision ?? 0,
      savedAt: draft?.savedAt ?? null,
      after,
      async write(snapshot, over) {
        if (idNow.current !== null) return actions.saveDraft({ id: idNow.current, revision: over, ...snapshot });
        const made = await actions.createDraft({ type });
        if (!made.ok) return made;
        idNow.current = made.value.id;
        setId(made.value.id);
        window.history.replaceState(null, "", stepHref(window.location.search, { draft: made.value.id }));
        return actions.saveDraft({ id: made.value.id, revision: made.value.revision, ...snapshot });
      },
      async findWritten(snapshot) {
        if (idNow.current === null) return null;
        const newer = await queries.fetchQuery(draftQuery(idNow.current));
        return sameValues(type, newer.content, snapshot.content) ? newer : null;
      },
      onState(next) {
        setState(next);
        if (next.kind !== "clean") return;
        kept.drop(type);
        if (idNow.current !== null) kept.drop(idNow.current);
      },
    }),
  );

  const seen = useRef({ step, values: JSON.stringify(form.getValues()) });
  const note = useCallback(
    (values: WizardValues, at: Step) => {
      const text = JSON.stringify(values);
      // Looking at another step is worth saving only once there is a draft.
      const moved = at !== seen.current.step && idNow.current !== null;
      if (text === seen.current.values && !moved) return;
      seen.current = { step: at, values: text };
      autosave.change({ step: at, content: values });
      kept.put(idNow.current ?? type, { revision: autosave.revision(), content: values });
    },
    [autosave, type],
  );

  useEffect(() => {
    const unsaved = kept.take(draft?.id ?? type, draft?.revision ?? 0);
    if (unsaved !== null) form.reset(valuesFrom(type, unsaved));
  }, [draft, form, type]);

  useEffect(() => {
    note(form.getValues(), step);
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => note(values, step) });
  }, [form, note, step]);

  useEffect(() => {
    const flush = () => void autosave.flush();
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      autosave.stop();
    };
  }, [autosave]);

  const loadNewer = useCallback(async () => {
    if (idNow.current === null) return;
    const newer = await queries.fetchQuery(draftQuery(idNow.current));
    const values = valuesFrom(type, newer.content);
    seen.current = { step, values: JSON.stringify(values) };
    form.reset(values);
    setTargetSet(newer.targetSet);
    autosave.restart(newer);
  }, [autosave, form, queries, step, type]);

  return { id, idNow, state, targetSet, setTargetSet, autosave, loadNewer };
}

export type Draft = ReturnType<typeof useDraft>;
