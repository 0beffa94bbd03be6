import fc from "fast-check";
import { expect, it } from "vitest";
import { multipart } from "./multipart";

const read = async ({ type, bytes }: ReturnType<typeof multipart>) => {
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const file = form.get("file");
  if (!(file instanceof File)) throw new Error("No part named file");
  return { parts: [...form.keys()], name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
};

it("is read back as the same one file, whatever its bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.double({ min: 0, max: 0.99 }), async (bytes, random) => {
      const sent = multipart("注册_1.xlsx", bytes, () => random);
      expect(await read(sent)).toEqual({ parts: ["file"], name: "注册_1.xlsx", bytes });
    }),
  );
});

it("finds a boundary that the file does not hold", async () => {
  const boundary = multipart("a.xlsx", new Uint8Array(), () => 0.5).type.split("boundary=")[1] ?? "";
  const bytes = new TextEncoder().encode(`\r\n--${boundary}--\r\n--${boundary}-`);
  expect((await read(multipart("a.xlsx", bytes, () => 0.5))).bytes).toEqual(bytes);
});

it.each(['a".xlsx', "a\r\nX: y.xlsx", "../a.xlsx", "a\\b.xls", "rows.csv", ".xlsx", `${"a".repeat(121)}.xlsx`])(
  "does not send the name %j",
  (name) => {
    expect(() => multipart(name, new Uint8Array(), Math.random)).toThrow(TypeError);
  },
);

it("takes a name of 120 characters", () => {
  expect(() => multipart(`${"a".repeat(120)}.xlsx`, new Uint8Array(), Math.random)).not.toThrow();
});
