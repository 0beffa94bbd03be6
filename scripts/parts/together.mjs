import { endChild } from "./child.mjs";
import { onParentGone } from "./parent.mjs";
import { say } from "./say.mjs";

const IMPATIENCE_MS = 1_000;

/**
 * Programs that live and end together: on Ctrl-C, SIGTERM, a closed terminal, when npm is gone, and when one of them
 * ends by itself. The last one started ends first, so that a console never loses its platform while it cleans up.
 */
export function endTogether(afterwards = () => {}) {
  const programs = [];
  let endingSince = 0;

  async function end(code, sentence) {
    if (endingSince > 0) return;
    endingSince = Date.now();
    if (sentence) say(`\n${sentence}`);
    for (const program of programs.toReversed()) await endChild(program);
    afterwards();
    process.exit(code);
  }

  /** Ctrl-C reaches us twice where npm passes it on; pressed again a second later, it means: now. */
  function onSignal() {
    if (endingSince > 0 && Date.now() - endingSince > IMPATIENCE_MS) {
      for (const { child } of programs) child.kill("SIGKILL");
      process.exit(1);
    }
    void end(0, "Ending ...");
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  process.on("disconnect", () => void end(0));
  onParentGone(() => void end(0));

  return {
    /** Takes a running program in; answers it. */
    add(name, program) {
      programs.push(program);
      void program.ended.then((how) => end(1, program.why?.() ?? `${name} ended (${how}); what it said stands above.`));
      return program;
    },
    pids: () => programs.map(({ pid }) => pid),
  };
}
