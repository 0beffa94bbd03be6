import { describe, expect, it } from "vitest";
import type { NewPackage } from "@/lib/fleet/fleet";
import { scripted } from "./scripted";

describe("a product's model", () => {
  const model = {
    product_id: "p",
    name: "Pump",
    protocol_type: "MQTT",
    service_capabilities: [
      {
        service_id: "Motor",
        service_type: "Motor",
        properties: [
          {
            property_name: "turns",
            data_type: "long",
            method: "RW",
            required: true,
            min: "-9007199254740993",
            max: "9007199254740993",
            step: 2,
            unit: "rpm",
            default_value: { a: [1] },
          },
          { property_name: "odd", data_type: "float128", method: "R", min: 0, max: "", step: "0.5", max_length: "x" },
        ],
        commands: [{ command_name: "stop", paras: [{ para_name: "how", data_type: "enum", enum_list: ["a", 2] }] }],
      },
      { service_id: "Bare" },
    ],
  };

  it("is read as the platform gives it, and asked for in its space", async () => {
    const { iotda, sent } = scripted([{ body: model }]);
    const plain = { required: false, enumList: [], min: null, max: null, maxLength: null, step: null };
    const silent = { unit: "", description: "" };
    expect(await iotda.showProduct({ spaceId: "s", productId: "p" })).toEqual({
      ok: true,
      value: {
        id: "p",
        name: "Pump",
        deviceType: "",
        protocol: "MQTT",
        manufacturer: "",
        description: "",
        services: [
          {
            id: "Motor",
            type: "Motor",
            description: "",
            properties: [
              {
                ...plain,
                ...silent,
                name: "turns",
                type: "long",
                method: "RW",
                required: true,
                min: "-9007199254740993",
                max: "9007199254740993",
                step: 2,
                unit: "rpm",
                default: { a: [1] },
              },
              { ...plain, ...silent, name: "odd", type: "float128", method: "R", min: "0", step: 0.5, default: null },
            ],
            commands: [
              { name: "stop", paras: [{ ...plain, ...silent, name: "how", type: "enum", enumList: ["a", "2"] }] },
            ],
          },
          { id: "Bare", type: "", description: "", properties: [], commands: [] },
        ],
      },
    });
    expect(sent[0]?.url.pathname.split("/").slice(4).join("/")).toBe("products/p");
    expect(sent[0]?.url.search).toBe("?app_id=s");
  });

  it("may be absent", async () => {
    const { iotda } = scripted([{ body: { product_id: "p", service_capabilities: null } }]);
    expect(await iotda.showProduct({ spaceId: "s", productId: "p" })).toMatchObject({ value: { services: [] } });
  });
});

describe("one device", () => {
  it("comes without its secret", async () => {
    const body = {
      device_id: "d",
      gateway_id: "d",
      node_type: "GATEWAY",
      app_id: "s",
      description: "by the door",
      tags: [{ tag_key: "site", tag_value: "north" }],
      auth_info: { auth_type: "SECRET", secret: "very-secret", fingerprint: "ab12", secure_access: true },
      modules: [{ module_name: "radio", module_version: "3" }],
      create_time: "20260109T101500Z",
      active_time: "2026-01-09T10:16:00.250Z",
      connection_status_update_time: "never",
    };
    const { iotda } = scripted([{ body }]);
    const shown = await iotda.showDevice("d");
    expect(shown).toMatchObject({
      value: {
        isChild: false,
        gatewayId: null,
        description: "by the door",
        tags: [{ key: "site", value: "north" }],
        spaceId: "s",
        authType: "SECRET",
        secureAccess: true,
        modules: [{ name: "radio", version: "3" }],
        createdAt: "2026-01-09T10:15:00.000Z",
        activatedAt: "2026-01-09T10:16:00.250Z",
        statusSince: null,
      },
    });
    expect(JSON.stringify(shown)).not.toMatch(/very-secret|ab12/);
  });

  it("tells its shadow", async () => {
    const desired = { properties: { turns: 5, deep: { a: null } }, event_time: "20260109T101500Z" };
    const { iotda } = scripted([
      { body: { device_id: "d", shadow: [{ service_id: "Motor", desired }] } },
      { body: {} },
    ]);
    expect(await iotda.showShadow("d")).toEqual({
      ok: true,
      value: [
        {
          serviceId: "Motor",
          desired: { properties: { turns: 5, deep: { a: null } }, at: "2026-01-09T10:15:00.000Z" },
          reported: { properties: {}, at: null },
        },
      ],
    });
    expect(await iotda.showShadow("d")).toEqual({ ok: true, value: [] });
  });

  it("is found with the marker that the search goes on from, whatever its tags look like", async () => {
    const { iotda } = scripted([{ body: { devices: [{ device_id: "d", marker: "ab", tags: {}, groups: 3 }] } }]);
    expect(await iotda.searchDevices("select * from device")).toMatchObject({
      value: [{ id: "d", marker: "ab", tags: [] }],
    });
  });
});

describe("packages", () => {
  const made: NewPackage = {
    spaceId: "s",
    type: "firmwarePackage",
    productId: "p",
    version: "2.0",
    sourceVersions: [],
    description: "",
    moduleName: null,
    customInfo: "",
    location: { region: "cn-north-4", bucket: "my-bucket", key: "fw/2.0.bin", sign: null },
  };
  const bare = {
    app_id: "s",
    package_type: "firmwarePackage",
    product_id: "p",
    version: "2.0",
    file_location: {
      obs_location: { region_name: "cn-north-4", bucket_name: "my-bucket", object_key: "fw/2.0.bin" },
    },
  };

  it("are created from what was filled in and nothing else", async () => {
    const { iotda, sent } = scripted([{ status: 201, body: { package_id: "k", ...bare } }]);
    expect(await iotda.createPackage(made)).toMatchObject({
      value: { id: "k", version: "2.0", moduleName: null, location: made.location },
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual(bare);
  });

  it("are created whole", async () => {
    const { iotda, sent } = scripted([{ status: 201, body: { package_id: "k" } }]);
    const sign = "a".repeat(64);
    const whole: NewPackage = {
      ...made,
      type: "modulePackage",
      sourceVersions: ["1.0"],
      description: "d",
      moduleName: "radio",
      customInfo: "c",
      location: { ...made.location, sign },
    };
    expect(await iotda.createPackage(whole)).toMatchObject({
      value: { id: "k", type: "modulePackage", location: null },
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      ...bare,
      package_type: "modulePackage",
      module_name: "radio",
      support_source_versions: ["1.0"],
      description: "d",
      custom_info: "c",
      file_location: { obs_location: { ...bare.file_location.obs_location, sign_method: "SHA256", sign } },
    });
  });

  it("are created and deleted once, whatever comes back", async () => {
    const { iotda, sent } = scripted([{ status: 503 }, { status: 500 }]);
    expect(await iotda.createPackage(made)).toMatchObject({ failure: { kind: "uncertain" } });
    expect(await iotda.deletePackage("k")).toMatchObject({ failure: { kind: "uncertain" } });
    expect(sent.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
  });

  it("are shown with where their file lies, and deleted", async () => {
    const { iotda } = scripted([{ body: { package_id: "k", ...bare, custom_info: "x" } }, { status: 204 }]);
    expect(await iotda.showPackage("k")).toMatchObject({ value: { customInfo: "x", location: made.location } });
    expect(await iotda.deletePackage("k")).toEqual({ ok: true, value: null });
  });
});
