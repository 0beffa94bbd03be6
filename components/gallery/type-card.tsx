import { ChevronRight, CircuitBoard, type LucideIcon, PackageOpen, RotateCcw, Target, Undo2 } from "lucide-react";
import Link from "next/link";
import { getTranslator } from "@/lib/i18n/server";
import { routes } from "@/lib/routes";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";

const icons: { readonly [T in CreatableType]: LucideIcon } = {
  firmwareUpgrade: CircuitBoard,
  softwareUpgrade: PackageOpen,
};

/** One task type: what it does, to which devices, and whether it can be taken back. */
export async function TypeCard({ type }: { type: CreatableType }) {
  const t = await getTranslator("gallery");
  const words = await getTranslator("words");
  const { ways, retryable } = taskTypes[type];
  const Icon = icons[type];
  return (
    <Link className="kind" href={routes.wizard(type)} prefetch={false}>
      <span className="tile">
        <Icon className="ic" size={18} />
      </span>
      <div>
        <h3>{words(`type.${type}`)}</h3>
        <p>{t(`kinds.${type}.body`)}</p>
        <div className="kind-f">
          <span>
            <Target className="ic" size={12} />
            {ways.map((by) => t(`targets.${by}`)).join(" / ")}
          </span>
          {retryable && (
            <span>
              <RotateCcw className="ic" size={12} />
              {t("retryable")}
            </span>
          )}
          <span>
            <Undo2 className="ic" size={12} />
            {t(`kinds.${type}.undo`)}
          </span>
        </div>
      </div>
      <ChevronRight className="ic chev" size={16} />
    </Link>
  );
}
