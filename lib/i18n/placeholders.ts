/** What a message of ICU syntax asks for: values and tags, each once, in order of the alphabet. */
export type Placeholders = { values: string[]; tags: string[] };

/** Throws when a brace is left open or closed too often. */
export function placeholders(message: string): Placeholders {
  const values = new Set<string>();
  let at = 0;

  // Text up to the brace that closes the branch, or to the end of the message.
  function text(depth: number): void {
    while (at < message.length) {
      const sign = message[at];
      at += 1;
      if (sign === "{") argument(depth);
      else if (sign === "}") {
        if (depth === 0) throw new Error(`A brace too many in: ${message}`);
        return;
      }
    }
    if (depth > 0) throw new Error(`A brace is left open in: ${message}`);
  }

  // `{name}`, `{name, number}` or `{name, plural, one {...} other {...}}`; `at` stands behind the first brace.
  function argument(depth: number): void {
    const head = /^\s*(\w+)\s*/.exec(message.slice(at));
    if (head?.[1] === undefined) throw new Error(`No name behind a brace in: ${message}`);
    values.add(head[1]);
    at += head[0].length;
    while (at < message.length) {
      const sign = message[at];
      at += 1;
      if (sign === "}") return;
      if (sign === "{") text(depth + 1);
    }
    throw new Error(`A brace is left open in: ${message}`);
  }

  text(0);
  const tags = new Set([...message.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? ""));
  return { values: [...values].toSorted(), tags: [...tags].toSorted() };
}
