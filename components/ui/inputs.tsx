import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** One line of text. `unit` stands inside at the right end. */
export function TextInput({ className, unit, ...rest }: ComponentProps<"input"> & { unit?: string | undefined }) {
  const input = <input type="text" {...rest} className={clsx("inp", rest["aria-invalid"] && "err", className)} />;
  if (unit === undefined) return input;
  return (
    <span className="unit">
      {input}
      <span aria-hidden="true">{unit}</span>
    </span>
  );
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={3} {...rest} className={clsx("inp", rest["aria-invalid"] && "err", className)} />;
}

/** The browser's own select: it is the best one on a phone and for assistive technology. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <select {...rest} className={clsx("inp sel-n", rest["aria-invalid"] && "err", className)}>
      {children}
    </select>
  );
}

/** A search field with its icon; `label` is read, not shown, and `end` stands inside at the right. */
export function SearchInput({
  label,
  icon,
  end,
  className,
  ...rest
}: ComponentProps<"input"> & { label: string; icon: ReactNode; end?: ReactNode }) {
  return (
    <span className={clsx("search", className)}>
      {icon}
      <input type="search" aria-label={label} {...rest} />
      {end}
    </span>
  );
}
