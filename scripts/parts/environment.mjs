import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SOME_SIMULATOR, simulatorEnv, wantsSimulator } from "./platform.mjs";
import { Refusal } from "./say.mjs";

/** Reads the environment as the console will, before anything long or lasting is done. Refuses with what is wrong. */
export async function checkEnvironment(programs, env = process.env) {
  const { EnvError, parseEnv } = await import(pathToFileURL(join(programs, "env.mjs")).href);
  try {
    parseEnv(wantsSimulator(env) ? { ...env, ...simulatorEnv(SOME_SIMULATOR) } : env);
  } catch (problem) {
    if (problem instanceof EnvError) throw new Refusal(problem.sentences.join("\n"));
    throw problem;
  }
}
