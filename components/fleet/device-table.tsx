import Link from "next/link";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import type { Device } from "@/lib/fleet/fleet";
import { routes } from "@/lib/routes";
import { DeviceWord } from "./device-word";

type Props = {
  rows: readonly Device[];
  /** Devices are picked here; without it their names lead to their pages. */
  picking?: { picked: ReadonlySet<string>; onPick: (ids: readonly string[], on: boolean) => void } | undefined;
};

/** Devices as the platform lists them. On a phone only the device and its status stay. */
export function DeviceTable({ rows, picking }: Props) {
  const words = useTranslations("choosing");
  const all = picking !== undefined && rows.every(({ id }) => picking.picked.has(id));
  return (
    <table className="tbl list-t">
      <thead>
        <tr>
          {picking !== undefined && (
            <th scope="col" className="pick">
              <Checkbox
                aria-label={words("pickShown", { count: rows.length })}
                checked={all}
                mixed={!all && picking.picked.size > 0}
                onChange={(event) =>
                  picking.onPick(
                    rows.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </th>
          )}
          <th scope="col">{words("column.device")}</th>
          <th scope="col">{words("column.status")}</th>
          <th scope="col" className="hide-m">
            {words("column.product")}
          </th>
          <th scope="col" className="hide-m">
            {words("column.firmware")}
          </th>
          <th scope="col" className="hide-s">
            {words("column.software")}
          </th>
          <th scope="col" className="hide-s">
            {words("column.gateway")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={picking?.picked.has(row.id) ? "sel-r" : undefined}>
            {picking !== undefined && (
              <td className="pick">
                <Checkbox
                  aria-label={words("pick", { device: row.id })}
                  checked={picking.picked.has(row.id)}
                  onChange={(event) => picking.onPick([row.id], event.target.checked)}
                />
              </td>
            )}
            <DeviceCells row={row} linked={picking === undefined} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DeviceCells({ row, linked }: { row: Device; linked: boolean }) {
  const words = useTranslations("choosing");
  const name = row.name === "" ? row.nodeId : row.name;
  return (
    <>
      <td>
        {linked ? (
          <Link className="t1" href={routes.device(row.id)}>
            {name}
          </Link>
        ) : (
          <span className="t1">{name}</span>
        )}
        <span className="t2 mono">{row.id}</span>
      </td>
      <td>
        <DeviceWord status={row.status} />
      </td>
      <td className="hide-m ink2">{row.productName === "" ? row.productId : row.productName}</td>
      <td className="hide-m ink2">{row.firmware ?? <span className="mut">{words("untold")}</span>}</td>
      <td className="hide-s ink2">{row.software ?? <span className="mut">{words("untold")}</span>}</td>
      <td className="hide-s mono sm">
        {row.gatewayId ?? <span className="mut">{row.status === "" ? words("untold") : words("direct")}</span>}
      </td>
    </>
  );
}
