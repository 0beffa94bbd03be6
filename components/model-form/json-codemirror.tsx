"use client";
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import CodeMirror, { type ReactCodeMirrorRef } from "@uiw/react-codemirror";
import { useEffect, useMemo, useRef } from "react";
import type { ControlProps } from "@/components/ui/field";
import type { ModelField } from "@/lib/product-model/field";
import { contextAt, suggestionsFor } from "./json-context";
import type { JsonMark } from "./json-marks";

export type JsonCodeMirrorProps = {
  control: ControlProps;
  label: string;
  text: string;
  onChange: (text: string) => void;
  onLeave: () => void;
  marks: readonly JsonMark[];
  /** What the model knows, for completion. */
  fields: readonly ModelField[];
  nullClears: boolean;
  hintOf: (field: ModelField) => string;
};

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--ff-mono)", fontSize: "var(--text-sm)", lineHeight: "20px" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface-sunken)", color: "var(--ink-3)", borderRightColor: "var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--surface-hover)" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--surface-selected)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--fill)", outline: "none" },
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--on-action)", backgroundColor: "var(--action)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--fail-fill)",
    textUnderlineOffset: "3px",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--fail-fill)" },
});

const SETUP = {
  autocompletion: false,
  // Colour is reserved for state.
  syntaxHighlighting: false,
  highlightSelectionMatches: false,
  searchKeymap: false,
  foldGutter: false,
};

/** A code editor for one JSON object. Tab indents; Escape and then Tab leaves it. */
export function JsonCodeMirror(props: JsonCodeMirrorProps) {
  const { control, label, text, onChange, onLeave, marks } = props;
  const editor = useRef<ReactCodeMirrorRef>(null);
  const latest = useRef(props);
  latest.current = props;
  const { id, "aria-describedby": describedBy, "aria-invalid": invalid } = control;

  const extensions = useMemo(
    () => [
      json(),
      LOOK,
      lintGutter(),
      EditorView.lineWrapping,
      autocompletion({ override: [(context) => complete(context, latest.current)] }),
    ],
    [],
  );
  const named = useMemo(
    () =>
      EditorView.contentAttributes.of({
        id,
        "aria-label": label,
        ...(describedBy !== undefined && { "aria-describedby": describedBy }),
        ...(invalid === true && { "aria-invalid": "true" }),
      }),
    [id, label, describedBy, invalid],
  );

  useEffect(() => {
    const view = editor.current?.view;
    if (view === undefined || view.state.doc.toString() !== text) return;
    view.dispatch(setDiagnostics(view.state, marks.map(diagnostic)));
  }, [marks, text]);

  return (
    <CodeMirror
      ref={editor}
      className="mf-code"
      value={text}
      onChange={onChange}
      onBlur={onLeave}
      onCreateEditor={(view) => view.dispatch(setDiagnostics(view.state, marks.map(diagnostic)))}
      theme="none"
      minHeight="180px"
      maxHeight="480px"
      basicSetup={SETUP}
      extensions={[...extensions, named]}
    />
  );
}

const diagnostic = ({ from, to, words }: JsonMark): Diagnostic => ({ from, to, severity: "error", message: words });

function complete({ state, pos, explicit }: CompletionContext, given: JsonCodeMirrorProps): CompletionResult | null {
  const { fields, nullClears, hintOf } = given;
  const context = contextAt(state.doc.toString(), pos);
  if (context === null || (!explicit && context.from === pos)) return null;
  const options = suggestionsFor(context, fields, nullClears).map(({ label, insert, field }, index) => ({
    label: context.at === "key" ? JSON.stringify(label) : label,
    displayLabel: label,
    apply: insert,
    detail: field.type,
    info: hintOf(field),
    // In the model's order, as far as the editor counts.
    boost: Math.max(99 - index, -99),
  }));
  return options.length === 0 ? null : { from: context.from, to: context.to, options };
}
