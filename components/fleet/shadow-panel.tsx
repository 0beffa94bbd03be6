import { useTranslations } from "use-intl";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import type { ShadowPart, ShadowService } from "@/lib/fleet/fleet";
import type { Json } from "@/lib/json";

/** What each service was told to be and what it last reported, property by property. */
export function ShadowPanel({ shadow }: { shadow: readonly ShadowService[] | null }) {
  const words = useTranslations("devices.shadow");
  return (
    <Panel title={words("title")} className="clip">
      {shadow === null && <p className="panel-b mut sm">{words("unread")}</p>}
      {shadow?.length === 0 && <p className="panel-b mut sm">{words("none")}</p>}
      {shadow?.map((service) => (
        <Service key={service.serviceId} service={service} />
      ))}
    </Panel>
  );
}

function Service({ service: { serviceId, desired, reported } }: { service: ShadowService }) {
  const words = useTranslations("devices.shadow");
  const names = [...new Set([...Object.keys(desired.properties), ...Object.keys(reported.properties)])].toSorted();
  return (
    <div className="tbl-w">
      <table className="tbl">
        <caption className="shadow-c">{serviceId}</caption>
        <thead>
          <tr>
            <th scope="col">{words("property")}</th>
            <th scope="col">
              {words("reported")} <At part={reported} />
            </th>
            <th scope="col">
              {words("desired")} <At part={desired} />
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row" className="mono">
                {name}
              </th>
              <td className="mono shadow-v">{said(reported.properties[name])}</td>
              <td className="mono shadow-v">{said(desired.properties[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const said = (value: Json | undefined): string =>
  value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);

const At = ({ part }: { part: ShadowPart }) =>
  part.at === null ? null : (
    <span className="mut xs">
      <LocalTime at={part.at} />
    </span>
  );
