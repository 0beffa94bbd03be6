/** What stops a script for a reason that a person can act on: one clear sentence, no stack. */
export class Refusal extends Error {
  constructor(sentence) {
    super(sentence);
    this.name = "Refusal";
  }
}

export const say = (line = "") => console.log(line);

/** Runs a script; a `Refusal` becomes its sentence and exit code 1, anything else keeps its stack. */
export function main(run) {
  Promise.resolve()
    .then(run)
    .catch((problem) => {
      console.error(problem instanceof Refusal ? `\n${problem.message}` : problem);
      process.exit(1);
    });
}
