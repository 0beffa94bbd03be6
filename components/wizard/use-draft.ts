"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { ok } from "@/lib/failure";
import { draftQuery } from "@/lib/queries/drafts";
import { routes } from "@/lib/routes";
import type { CreatableType } from "@/lib/task-types/registry";
import type { RowSetView, Step, TargetSetView } from "@/lib/tasks/draft";
import type { WizardActions } from "./actions";
import { createAutosave, type SaveState } from "./autosave";
import { kept } from "./kept";
import { type Latest, latest } from "./latest";
import { stepHref } from "./use-step";
import { contentOf, sameValues, valuesFrom, type WizardValues } from "./values";

type Given = {
  type: CreatableType;
  draft: Latest | null;
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
  const router = useRouter();
  const [id, setId] = useState(draft?.id ?? null);
  const [state, setState] = useState<SaveState>({ kind: "clean", at: draft?.savedAt ?? null });
  const [targetSet, setTargetSet] = useState<TargetSetView | null>(draft?.targetSet ?? null);
  const [rowSet, setRowSet] = useState<RowSetView | null>(draft?.rowSet ?? null);
  const idNow = useRef(id);
  const setsNow = useRef({ targetSet, rowSet });
  setsNow.current = { targetSet, rowSet };

  const [autosave] = useState(() =>
    createAutosave({
      revision: draft?.revision ?? 0,
      savedAt: draft?.savedAt ?? null,
      after,
      async write(snapshot, over) {
        const made = idNow.current === null ? await actions.createDraft({ type }) : ok({ id: idNow.current });
        if (!made.ok) return made;
        const { id: draftId } = made.value;
        if (idNow.current === null) {
          idNow.current = draftId;
          setId(draftId);
        }
        const saved = await actions.saveDraft({ id: draftId, revision: over, ...snapshot });
        if (saved.ok) latest.put({ id: draftId, ...snapshot, ...saved.value, ...setsNow.current, taskId: null });
        return saved;
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
      autosave.change({ step: at, content: contentOf(type, values) });
      kept.put(idNow.current ?? type, { revision: autosave.revision(), content: contentOf(type, values) });
    },
    [autosave, type],
  );

  const named = useSearchParams().get("draft");
  useEffect(() => {
    // A step that was opened before the draft had an id stands in the history without it; a reload there would lose all.
    if (id !== null && named !== id)
      window.history.replaceState(null, "", stepHref(window.location.search, { draft: id }));
  }, [id, named]);

  const sentAs = draft?.taskId ?? null;
  useEffect(() => {
    // As GoTo does, and for its reason.
    if (sentAs !== null) window.location.replace(routes.task(sentAs));
  }, [sentAs]);

  useEffect(() => {
    const unsaved = kept.take(draft?.id ?? type, draft?.revision ?? 0);
    if (unsaved !== null) form.reset(valuesFrom(type, unsaved));
  }, [draft, form, type]);

  useEffect(() => {
    note(form.getValues(), step);
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => note(values, step) });
  }, [form, note, step]);

  useEffect(() => {
    // A later step can be opened by its link or address alone, and a list is kept only with a draft.
    if (step === "what" || idNow.current !== null) return;
    autosave.change({ step, content: contentOf(type, form.getValues()) });
    void autosave.flush();
  }, [autosave, form, step, type]);

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
    if (newer.state !== "draft") return router.replace(routes.task(newer.id));
    const values = valuesFrom(type, newer.content);
    seen.current = { step, values: JSON.stringify(values) };
    form.reset(values);
    setTargetSet(newer.targetSet);
    setRowSet(newer.rowSet);
    autosave.restart(newer);
  }, [autosave, form, queries, router, step, type]);

  /** Makes the draft although nothing was changed: whoever goes on has taken what was proposed. */
  const begin = (next: Step): void => {
    if (idNow.current === null) autosave.change({ step: next, content: contentOf(type, form.getValues()) });
  };

  const noteSent = (taskId: string): void => {
    if (id === null) return;
    const content = contentOf(type, form.getValues());
    const savedAt = new Date().toISOString();
    latest.put({ id, step, content, revision: autosave.revision(), savedAt, targetSet, rowSet, taskId });
  };

  return { id, idNow, state, targetSet, setTargetSet, rowSet, setRowSet, autosave, begin, loadNewer, noteSent };
}
