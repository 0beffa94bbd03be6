import { ClipboardList, FileSpreadsheet } from "lucide-react";
import type { ReactNode } from "react";

type Props = { from: "file" | "paste"; name: string; detail: ReactNode; children?: ReactNode };

/** The list's name with one line about it, and what can be done with it at the right. */
export function ListHeader({ from, name, detail, children }: Props) {
  const Icon = from === "file" ? FileSpreadsheet : ClipboardList;
  return (
    <div className="file-h flex-wrap">
      <span className="tile">
        <Icon className="ic" size={18} aria-hidden />
      </span>
      <div className="grow basis-48">
        <span className="t1" title={name}>
          {name}
        </span>
        <span className="t2 whitespace-normal">{detail}</span>
      </div>
      {children}
    </div>
  );
}
