import type { Json } from "@/lib/json";

/** A running console with its simulator. `directory` is for data of our own and is removed afterwards. */
export type World = {
  url: string;
  simulator: { endpoint: string; ak: string; sk: string; project: string; instance: string; region: string };
  admin: { email: string; password: string };
  directory: string;
};

/** Signed in as a browser is. `json` is null for anything but an answer of 200. */
export type Browser = {
  page(path: string): Promise<string>;
  script(path: string): Promise<Buffer>;
  ask(path: string, etag?: string): Promise<{ status: number; etag: string; json: Json }>;
};

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Fetches pages without a session, as the sign-in page is seen. */
export function visitor({ url }: World, cookie = ""): Browser {
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { redirect: "manual", headers: { cookie, ...headers } });
    if (response.status !== 200 && response.status !== 304)
      throw new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  return {
    page: async (path) => (await get(path)).text(),
    script: async (path) => Buffer.from(await (await get(path)).arrayBuffer()),
    async ask(path, etag) {
      const response = await get(path, etag === undefined ? {} : { "if-none-match": etag });
      const text = await response.text();
      const json: Json = response.status === 200 ? JSON.parse(text) : null;
      return { status: response.status, etag: response.headers.get("etag") ?? "", json };
    },
  };
}

/** Submits the sign-in form as a browser without JavaScript does. */
export async function signIn(world: World): Promise<Browser> {
  const html = await visitor(world).page("/sign-in");
  const form = /<form[^>]*class="sign-in"[^>]*>.*?<\/form>/s.exec(html)?.[0];
  if (form === undefined) throw new Error("The sign-in page has no sign-in form");
  const fields = new FormData();
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    fields.append(attribute(tag, "name"), attribute(tag, "value"));
  fields.append("email", world.admin.email);
  fields.append("password", world.admin.password);
  const response = await fetch(`${world.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: world.url },
    body: fields,
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (response.status !== 303 || cookies.length === 0) throw new Error(`Signing in answered ${response.status}`);
  return visitor(world, cookies.join("; "));
}
