import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, test, vi } from "vitest";
import { DEVICE_FILTERS, DEVICE_STATUSES, type DeviceFilter } from "@/lib/fleet/device-filter";
import type { DeviceList, DeviceView } from "@/lib/fleet/device-list";
import { type Device, PACKAGE_TYPES, type PackageDetail } from "@/lib/fleet/fleet";
import { catalogs } from "@/lib/i18n/catalog";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { deviceCountQuery, deviceQuery, devicesQuery } from "@/lib/queries/devices";
import { groupsQuery } from "@/lib/queries/groups";
import { packageQuery, packagesQuery } from "@/lib/queries/packages";
import { productsQuery } from "@/lib/queries/products";
import { AddFound } from "./add-found";
import { AddPackage } from "./add-package";
import { DeviceList as DevicesPage } from "./device-list";
import { DevicePage } from "./device-page";
import { DeviceSearch } from "./device-search";
import { PackageList } from "./package-list";
import { PackagePage } from "./package-page";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined }),
  usePathname: () => "/devices",
  useSearchParams: () => new URLSearchParams(),
}));

const device = (id: string, change: Partial<Device> = {}): Device => ({
  id,
  nodeId: id,
  name: `name of ${id}`,
  productId: "p",
  productName: "Pump",
  status: "ONLINE",
  isChild: false,
  gatewayId: null,
  firmware: "2.0",
  software: null,
  description: "",
  tags: [],
  ...change,
});
const page = (items: readonly Device[], change: Partial<DeviceList> = {}): DeviceList => ({
  items,
  next: null,
  count: items.length,
  unavailable: [],
  searches: true,
  ...change,
});
const shown: PackageDetail = {
  id: "k1",
  type: "firmwarePackage",
  productId: "p",
  productName: "Pump",
  version: "2.0",
  sourceVersions: ["1.0"],
  description: "",
  createdAt: "2026-03-02T08:00:00.000Z",
  moduleName: null,
  customInfo: "",
  location: { region: "cn-north-4", bucket: "b", key: "fw/2.0.bin", sign: null },
};

type Known = { filter?: DeviceFilter; list?: DeviceList; count?: number; view?: DeviceView };

/** Rendered with what the browser would know by then; a missing word or placeholder fails the test. */
function render(locale: Locale, element: ReactNode, { filter = {}, list, count, view }: Known = {}): string {
  const client = new QueryClient();
  client.setQueryData(productsQuery().queryKey, {
    items: [{ id: "p", name: "Pump", deviceType: "", protocol: "MQTT", manufacturer: "", description: "" }],
  });
  client.setQueryData(groupsQuery().queryKey, { items: [] });
  for (const type of PACKAGE_TYPES) client.setQueryData(packagesQuery(type).queryKey, { items: [] });
  client.setQueryData(packagesQuery("firmwarePackage").queryKey, { items: [shown] });
  client.setQueryData(packageQuery("k1").queryKey, { package: shown, uses: [{ id: "t1", title: "Night rollout" }] });
  if (list !== undefined) client.setQueryData(devicesQuery(filter).queryKey, { pages: [list], pageParams: [null] });
  if (count !== undefined) client.setQueryData(deviceCountQuery(filter).queryKey, { count });
  if (view !== undefined) {
    client.setQueryData(deviceQuery(view.device.id).queryKey, view);
    const children = devicesQuery({ gateway: view.device.id }).queryKey;
    client.setQueryData(children, { pages: [page([device("child", { isChild: true })])], pageParams: [null] });
  }
  const fail = (error: Error) => {
    throw error;
  };
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale={locale} timeZone="Asia/Shanghai" messages={catalogs[locale]} onError={fail}>
        {element}
      </IntlProvider>
    </QueryClientProvider>,
  );
}

describe.each(LOCALES)("in %s", (locale) => {
  test("every status has its word; a new one is shown as it came", () => {
    const rows = [...DEVICE_STATUSES, "ASLEEP", ""].map((status, at) => device(`d${at}`, { status }));
    const html = render(locale, <DevicesPage filter={{}} />, { list: page(rows) });
    for (const status of DEVICE_STATUSES) expect(html).toContain(catalogs[locale].choosing.status[status]);
    expect(html).toContain("ASLEEP");
    expect(html).toContain(catalogs[locale].choosing.statusUntold);
  });

  test("every filter has its name, and says so where the platform can not look for it", () => {
    const filter = { status: "ONLINE" };
    const list = page([], { unavailable: ["status"], searches: false, count: null });
    const html = render(locale, <DevicesPage filter={filter} />, { filter, list });
    for (const name of DEVICE_FILTERS) expect(html).toContain(catalogs[locale].choosing.filter[name]);
    expect(html).toContain(catalogs[locale].choosing.noSearch);
    expect(html).toContain(catalogs[locale].choosing.unavailable);
    expect(html.match(/disabled=""/g)).toHaveLength(DEVICE_FILTERS.length - 4);
  });

  test("one device is told in full", () => {
    const view: DeviceView = {
      now: "2026-03-02T08:00:00.000Z",
      device: {
        ...device("d1"),
        spaceId: "s",
        authType: "SECRET",
        secureAccess: true,
        sdkVersion: "C_v1.2.0",
        modules: [{ name: "radio", version: "3" }],
        createdAt: "2026-03-01T08:00:00.000Z",
        activatedAt: null,
        statusSince: "2026-03-02T07:00:00.000Z",
      },
      shadow: [
        {
          serviceId: "Motor",
          desired: { properties: { turns: 5, mode: "slow" }, at: "2026-03-02T07:00:00.000Z" },
          reported: { properties: { turns: 4 }, at: null },
        },
      ],
    };
    const html = render(locale, <DevicePage deviceId="d1" />, { view });
    for (const part of ["name of d1", "radio 3", "Motor", "turns", "slow", "name of child"])
      expect(html).toContain(part);
    expect(render(locale, <DevicePage deviceId="d1" />, { view: { ...view, shadow: null } })).toContain(
      catalogs[locale].devices.shadow.unread,
    );
  });

  test("packages are listed, told and added", () => {
    const list = render(locale, <PackageList type="firmwarePackage" mayKeep />);
    expect(list).toContain("/packages/k1");
    expect(list).toContain("/packages/new?type=firmwarePackage");
    for (const type of PACKAGE_TYPES.slice(1))
      expect(render(locale, <PackageList type={type} mayKeep={false} />)).not.toContain("/packages/new");
    const one = render(locale, <PackagePage packageId="k1" remove={async () => ({ ok: true, value: null })} />);
    for (const part of ["b/fw/2.0.bin", "Night rollout", catalogs[locale].packages.remove.open])
      expect(one).toContain(part);
    expect(render(locale, <PackagePage packageId="k1" remove={null} />)).not.toContain(
      catalogs[locale].packages.remove.open,
    );
    const add = async () => ({ ok: true, value: { id: "k2" } }) as const;
    const form = render(locale, <AddPackage type="modulePackage" region="cn-north-4" add={add} />);
    for (const name of Object.values(catalogs[locale].packages.form.field)) expect(form).toContain(name);
  });
});

describe("what was found", () => {
  const search = <DeviceSearch onIds={() => undefined} busy={false} />;

  test("is counted with a mark while it is an estimate, and exactly once all of it is here", () => {
    const rows = Array.from({ length: 50 }, (_, at) => device(`d${at}`));
    const more = page(rows, { next: "x", count: null });
    const estimate = render("en", search, { list: more, count: 12_400 });
    expect(estimate).toContain("~12,400 devices");
    expect(estimate).toContain("Add these ~12,400");
    expect(render("en", search, { list: more })).toContain("Add all that match");
    const whole = render("en", search, { list: page(rows) });
    expect(whole).toContain("Add these 50");
    expect(whole).not.toContain("~");
  });

  test("is not offered as a whole beyond what a task takes", () => {
    const more = page([device("d1")], { next: "x", count: null });
    expect(render("en", search, { list: more, count: 30_000 })).toContain("Add these ~30,000");
    const many = render("en", search, { list: more, count: 30_001 });
    expect(many).toContain("More than 30,000 match");
    expect(many).not.toContain("Add these");
  });

  test("by a product that is not known here still says which", () => {
    const filter = { product: "gone" };
    const html = render("en", <DeviceSearch onIds={() => undefined} start={filter} busy={false} />, {
      filter,
      list: page([]),
    });
    expect(html).toContain('<option value="gone">gone</option>');
    expect(html).toContain("No device matches");
  });

  test("stands behind the button for all, which a double click on the picked must not meet", () => {
    const found = { rows: [device("d0")], count: 12_400, isWhole: false, isEstimate: true };
    const add = (busy: boolean) => (
      <AddFound filter={{}} found={found} picked={new Set(["d0"])} busy={busy} onAdd={() => undefined} />
    );
    const html = render("en", add(false), {});
    expect(html.indexOf("Add these")).toBeLessThan(html.indexOf("Add the 1 picked"));
    expect(html).not.toContain("aria-busy");
    expect(render("en", add(true), {}).match(/aria-busy/g)).toHaveLength(2);
  });

  test("of nothing adds nothing", () => {
    expect(render("en", search, { list: page([]) })).not.toContain("Add");
  });
});
