import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The colours of state, and nothing else is coloured. */
export type Tone = "run" | "done" | "same" | "retry" | "fail" | "attn" | "wait" | "stop";

export const STATUS_KINDS = [
  "scheduled",
  "waiting",
  "running",
  "retrying",
  "done",
  "same",
  "partly",
  "failed",
  "gate",
  "stopping",
  "stopped",
  "removed",
  "unknown",
] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

const round = { strokeLinecap: "round", strokeLinejoin: "round" } as const;
const mark = { stroke: "var(--glyph-mark)", strokeWidth: 1.75, ...round } as const;
const ring = <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.5" />;
const core = <rect x="5.4" y="5.4" width="5.2" height="5.2" rx="1" fill="currentColor" />;
const box = { x: 1.75, y: 1.75, width: 12.5, height: 12.5, rx: 3, stroke: "currentColor", strokeWidth: 1.5 } as const;

/** Filled means final or needs a person; open means moving or at rest. */
const GLYPHS: { readonly [K in StatusKind]: { tone: Tone; shape: ReactNode } } = {
  scheduled: {
    tone: "wait",
    shape: (
      <>
        {ring}
        <path d="M8 4.6V8l2.3 1.5" stroke="currentColor" strokeWidth="1.5" {...round} />
      </>
    ),
  },
  waiting: {
    tone: "wait",
    shape: <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2.508" />,
  },
  running: {
    tone: "run",
    shape: (
      <>
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity=".28" />
        <path className="spin" d="M8 2a6 6 0 0 1 5.2 9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </>
    ),
  },
  retrying: {
    tone: "retry",
    shape: (
      <>
        <path d="M13.4 8A5.4 5.4 0 1 1 11.6 4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        <path d="M11.9 1.2v3.1H8.8" stroke="currentColor" strokeWidth="1.6" {...round} />
      </>
    ),
  },
  done: {
    tone: "done",
    shape: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="m4.9 8.3 2.1 2.1 4.1-4.4" {...mark} />
      </>
    ),
  },
  same: {
    tone: "same",
    shape: (
      <>
        {ring}
        <path d="M5.4 6.7h5.2M5.4 9.3h5.2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </>
    ),
  },
  partly: {
    tone: "attn",
    shape: (
      <>
        <path
          d="M8 1.2c.5 0 .95.26 1.2.7l5.9 10.4c.52.92-.14 2.1-1.2 2.1H2.1c-1.06 0-1.72-1.18-1.2-2.1L6.8 1.9c.25-.44.7-.7 1.2-.7z"
          fill="currentColor"
        />
        <path d="M8 5.6v3.6" {...mark} />
        <circle cx="8" cy="11.7" r="1" fill="var(--glyph-mark)" />
      </>
    ),
  },
  failed: {
    tone: "fail",
    shape: (
      <>
        <path d="M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3z" fill="currentColor" />
        <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" {...mark} />
      </>
    ),
  },
  gate: {
    tone: "attn",
    shape: (
      <>
        <path
          d="M6.9 1.1a1.55 1.55 0 0 1 2.2 0l5.8 5.8c.6.6.6 1.6 0 2.2l-5.8 5.8a1.55 1.55 0 0 1-2.2 0L1.1 9.1a1.55 1.55 0 0 1 0-2.2z"
          fill="currentColor"
        />
        <path d="M6.4 5.9v4.2M9.6 5.9v4.2" {...mark} />
      </>
    ),
  },
  stopping: {
    tone: "stop",
    shape: (
      <>
        <rect {...box} strokeDasharray="2.6 2.2" />
        {core}
      </>
    ),
  },
  stopped: {
    tone: "stop",
    shape: (
      <>
        <rect {...box} />
        {core}
      </>
    ),
  },
  removed: {
    tone: "stop",
    shape: (
      <>
        {ring}
        <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.5" />
      </>
    ),
  },
  unknown: {
    tone: "wait",
    shape: (
      <>
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.5" strokeDasharray="1 2" />
        <path
          d="M6.3 6.2A1.8 1.8 0 1 1 8.6 8c-.4.2-.6.5-.6 1"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
        <circle cx="8" cy="11.3" r=".9" fill="currentColor" />
      </>
    ),
  },
};

/** The shape of a state. It never stands for the state alone: a word is beside it. */
export function Glyph({ kind, size = 16, className }: { kind: StatusKind; size?: number; className?: string }) {
  const { tone, shape } = GLYPHS[kind];
  return (
    <svg
      className={clsx("gl", `gl-${tone}`, className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
    >
      {shape}
    </svg>
  );
}

type StatusProps = { kind: StatusKind; children: ReactNode; title?: string | undefined; pill?: boolean | undefined };

/** Shape, word and colour of a state. `title` is the platform's own word. */
export function Status({ kind, children, title, pill = false }: StatusProps) {
  const { tone } = GLYPHS[kind];
  return (
    <span className={pill ? `pill pill-${tone}` : `st st-${tone}`} title={title}>
      <Glyph kind={kind} size={pill ? 14 : 16} />
      <span>{children}</span>
    </span>
  );
}
