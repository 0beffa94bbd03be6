import { z } from "zod";
import { fail, ok, type Result } from "@/lib/failure";
import { classify } from "./classify";
import { type HttpDeps, send } from "./http";

const answerBody = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Asks IAM for the id of the project that has the region's name. IoTDA reference: authentication. */
export async function lookUpProjectId(
  of: { iamEndpoint: string; region: string; token: string },
  deps: HttpDeps,
): Promise<Result<string>> {
  const request = {
    operation: "ListProjects",
    origin: of.iamEndpoint,
    method: "GET",
    path: "/v3/projects",
    query: [["name", of.region]],
    headers: { "X-Auth-Token": of.token, Accept: "application/json" },
    body: null,
    writes: false,
    what: null,
  } as const;
  const sent = await send(request, deps);
  if (!sent.ok) return sent;
  const { status, requestId, body } = sent.value;
  if (status < 200 || status > 299) return fail(classify(request, sent.value, "token", deps.scrub));
  const said = answerBody.safeParse(body);
  if (!said.success) return fail({ kind: "unreadable", operation: request.operation, requestId });
  const project = said.data.projects.find(({ name }) => name === of.region);
  if (project !== undefined) return ok(project.id);
  return fail({ kind: "credentials", cause: "project", status, code: "", message: "", requestId });
}
