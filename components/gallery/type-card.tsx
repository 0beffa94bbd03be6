import { Ban, ChevronRight, Lock, Square, Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/routes";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import { typeIcons } from "./type-icons";

/** One task type: what it does, to which devices, and whether it can be taken back. `offered` false: not on this platform. */
export function TypeCard({ type, offered, band }: { type: CreatableType; offered: boolean; band: boolean }) {
  const t = useTranslations("gallery");
  const kinds = useTranslations("kinds");
  const words = useTranslations("words");
  const { ways, stoppable, undo, oneWay } = taskTypes[type];
  const Icon = typeIcons[type];
  const Back = oneWay || (undo === null && ways.includes("devices")) ? Ban : Undo2;
  const body = (
    <>
      <span className="tile">
        <Icon className="ic" size={18} />
      </span>
      <div>
        <h3>{words(`type.${type}`)}</h3>
        <p>{offered ? kinds(`${type}.body`) : t("off.body")}</p>
        <div className="kind-f">
          {offered ? (
            <>
              {!stoppable && band && (
                <span>
                  <Square className="ic" size={12} />
                  {t("notStopped")}
                </span>
              )}
              <span className={Back === Ban ? "no" : undefined}>
                <Back className="ic" size={12} />
                {kinds(`${type}.undoShort`)}
              </span>
            </>
          ) : (
            <span>{t("off.ask")}</span>
          )}
        </div>
      </div>
    </>
  );
  if (!offered)
    return (
      <div className="kind off">
        {body}
        <Lock className="ic chev" size={16} />
      </div>
    );
  return (
    <Link className="kind" href={routes.wizard(type)} prefetch={false}>
      {body}
      <ChevronRight className="ic chev" size={16} />
    </Link>
  );
}
