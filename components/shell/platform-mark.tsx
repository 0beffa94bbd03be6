import { useTranslations } from "use-intl";
import type { LinkView } from "@/lib/tasks/view";

/** Which platform all of this happens on; never hidden, so that nobody takes a simulator for the fleet. */
export function PlatformMark({ platform }: { platform: LinkView["platform"] }) {
  const words = useTranslations("shell");
  const name = platform.isSimulator ? words("simulator") : platform.name;
  return (
    <span className="mark" title={words("platformIs", { name, host: platform.host })}>
      {name}
    </span>
  );
}
