import { useTranslations } from "use-intl";
import { Status } from "@/components/ui/glyph";
import { MAX_CLOCK_SKEW_MS } from "@/lib/fleet/connection";
import { useFormat } from "@/lib/i18n/client";

/** The platform tells whole seconds, and its answer takes a while. */
const AGREES_WITHIN_MS = 2_000;

/** How far the two clocks are apart, and from when on that is a trouble. */
export function ClockLine({ aheadMs }: { aheadMs: number | null }) {
  const words = useTranslations("connection.clock");
  const format = useFormat();
  const apart = aheadMs === null ? 0 : Math.abs(aheadMs);
  const kind = aheadMs === null ? "unknown" : apart <= MAX_CLOCK_SKEW_MS ? "done" : "failed";
  const span = format.span(apart);
  return (
    <div className="call">
      <div className="call-h">
        <Status kind={kind}>{words(`state.${kind}`)}</Status>
        <span className="call-n">
          {aheadMs === null
            ? words("unknown")
            : apart <= AGREES_WITHIN_MS
              ? words("agree")
              : words(aheadMs > 0 ? "ahead" : "behind", { span })}
        </span>
        <span className="mut">{words("limit", { span: format.span(MAX_CLOCK_SKEW_MS) })}</span>
      </div>
    </div>
  );
}
