const DOTS = [
  [7.4, 18.6, 1],
  [13, 18.6, 1],
  [18.6, 18.6, 0.38],
  [7.4, 13, 1],
  [13, 13, 0.38],
  [18.6, 13, 0.38],
  [7.4, 7.4, 0.38],
  [13, 7.4, 0.38],
  [18.6, 7.4, 0.38],
] as const;

/** A small fleet, partly done. */
export function Logo() {
  return (
    <svg className="logo" width="26" height="26" viewBox="0 0 26 26" fill="none" aria-hidden="true">
      <rect width="26" height="26" rx="7" fill="var(--action)" />
      <g fill="var(--on-action)">
        {DOTS.map(([cx, cy, opacity]) => (
          <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r="1.9" opacity={opacity} />
        ))}
      </g>
    </svg>
  );
}
