import { type Json, writeJson } from "@/lib/json";

/** JSON over several lines, two spaces a level, exact numbers as they are. */
export const formatJson = (value: Json): string => layOut(writeJson(value));

/** Lays out the compact text, in which every character outside of strings is JSON's own. */
function layOut(text: string): string {
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  return text.replace(/"(?:\\.|[^"\\])*"|\{\}|\[\]|[{}[\],:]/g, (token) => {
    switch (token) {
      case "{":
      case "[":
        depth += 1;
        return token + line();
      case "}":
      case "]":
        depth -= 1;
        return line() + token;
      case ",":
        return token + line();
      case ":":
        return ": ";
      default:
        return token;
    }
  });
}
