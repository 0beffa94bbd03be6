import type { ReactNode } from "react";

const COLUMNS = 9;
const ROWS = 4;
const DOTS = Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
  column: index % COLUMNS,
  key: index,
  cx: 14 + (index % COLUMNS) * 18,
  cy: 14 + Math.floor(index / COLUMNS) * 18,
}));

type Props = {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `h1` where it stands for the whole page. */
  heading?: "h1" | "h2" | undefined;
  /** `cut`: a line was cut, what lies behind it is not known. */
  picture?: "plain" | "cut" | "none" | undefined;
};

/** What to say where a list or page has nothing: why, and what to do next. */
export function EmptyState({ title, children, actions, heading: Heading = "h2", picture = "plain" }: Props) {
  return (
    <div className="empty">
      {picture !== "none" && <Fleet cut={picture === "cut"} />}
      <Heading>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}

/** A small fleet of dots. */
function Fleet({ cut }: { cut: boolean }) {
  return (
    <svg width="172" height="84" viewBox="0 0 172 82" fill="none" aria-hidden="true">
      {DOTS.map(({ key, column, cx, cy }) =>
        cut && column > 3 ? (
          <circle
            key={key}
            cx={cx}
            cy={cy}
            r="4.2"
            stroke="var(--control-line)"
            strokeWidth="1.4"
            opacity={1 - column / 10}
          />
        ) : (
          <circle key={key} cx={cx} cy={cy} r="4.9" fill={cut ? "var(--run-fill)" : "var(--wait-fill)"} opacity="0.8" />
        ),
      )}
      {cut && <path d="M77 2v78" stroke="var(--attn-fill)" strokeWidth="2" />}
    </svg>
  );
}
