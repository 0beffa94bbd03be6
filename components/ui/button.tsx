import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps, MouseEvent, ReactNode, Ref } from "react";

const VARIANTS = {
  primary: "btn-pri",
  secondary: "btn-sec",
  quiet: "btn-quiet",
  danger: "btn-dng",
  /** In dialogs only. */
  "danger-solid": "btn-dngs",
} as const;

type Look = {
  variant?: keyof typeof VARIANTS | undefined;
  size?: "sm" | "md" | "lg" | undefined;
  icon?: ReactNode;
  children: ReactNode;
};

type ButtonProps = Look &
  Omit<ComponentProps<"button">, "children"> & {
    /** Asked and not yet answered: keeps focus and width, and takes no further press. */
    busy?: boolean | undefined;
    /** Why it can not be pressed now, in words; null or undefined when it can. */
    blocked?: string | null | undefined;
    ref?: Ref<HTMLButtonElement> | undefined;
  };

const look = ({ variant = "secondary", size = "md" }: Pick<Look, "variant" | "size">, className?: string) =>
  clsx("btn", VARIANTS[variant], size !== "md" && size, className);

/** Says a verb and, where there is one, the number: "Stop 3,931 devices". */
export function Button({ variant, size, icon, children, busy, blocked, className, onClick, ...rest }: ButtonProps) {
  const locked = busy === true || typeof blocked === "string";
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (locked) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={look({ variant, size }, className)}
      aria-busy={busy ? true : undefined}
      aria-disabled={locked ? true : undefined}
      title={blocked ?? rest.title}
      onClick={press}
    >
      {icon}
      <span>{children}</span>
      {typeof blocked === "string" && <span className="vh">, {blocked}</span>}
    </button>
  );
}

type ButtonLinkProps = Look & Omit<ComponentProps<typeof Link>, "children">;

/** Looks like a button, goes somewhere. */
export function ButtonLink({ variant, size, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={look({ variant, size }, className)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  label: string;
  children: ReactNode;
};

/** An icon alone; `label` is its name and its tooltip. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={clsx("ib", className)} aria-label={label} title={label}>
      {children}
    </button>
  );
}
