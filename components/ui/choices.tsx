"use client";
import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** Shown beside the box; without it give `aria-label`. */
  children?: ReactNode;
  /** Some but not all of what it stands for. */
  mixed?: boolean | undefined;
};

export function Checkbox({ children, mixed = false, className, id, ...rest }: CheckboxProps) {
  const made = useId();
  const box = (
    <input
      {...rest}
      id={id ?? made}
      type="checkbox"
      className={clsx("cb", className)}
      ref={(element) => {
        if (element !== null) element.indeterminate = mixed;
      }}
    />
  );
  if (children === undefined) return box;
  return (
    <label className="choice" htmlFor={id ?? made}>
      {box}
      <span>{children}</span>
    </label>
  );
}

export type Choice<T extends string> = { value: T; label: ReactNode; hint?: ReactNode; disabled?: boolean | undefined };

type GroupProps<T extends string> = {
  legend: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
};

/** Cards, one of which is chosen; for up to about five choices that need a line of explanation. */
export function RadioCards<T extends string>({ legend, choices, value, onChange }: GroupProps<T>) {
  const name = useId();
  return (
    <fieldset className="rcards">
      <legend className="vh">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={clsx("rcard", choice.value === value && "on")}>
          <input
            type="radio"
            className="rd"
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          <b>{choice.label}</b>
          {choice.hint !== undefined && <span>{choice.hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Two to five short choices side by side. */
export function Segmented<T extends string>({
  legend,
  choices,
  value,
  onChange,
  small,
}: GroupProps<T> & { small?: boolean }) {
  const name = useId();
  return (
    <fieldset className={clsx("segc", small && "sm")}>
      <legend className="vh">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={clsx("segc-o", choice.value === value && "on")}>
          <input
            type="radio"
            className="vh"
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
