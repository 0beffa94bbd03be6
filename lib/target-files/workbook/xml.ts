import { Parser } from "saxen";
import { MAX_RECORD_CHARS, RefusedList } from "../verdict";

/** Hears the elements of a file, by their names without a prefix, and the text in them, decoded. */
export type OnXml = {
  open: (name: string, attribute: (name: string) => string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

const STEP_CHARS = 64 * 1024;

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Reads XML piece by piece. Refuses a file with entities of its own, which no spreadsheet has, before any is read. */
export function xmlReader(on: OnXml): { push: (xml: string) => void; end: () => void } {
  const parser = new Parser();
  let sinceEvent = 0;
  const heard = () => {
    sinceEvent = 0;
  };
  parser.on("openTag", (name, attributes) => {
    heard();
    // Only `r:id` is told from `id`: the prefix of a relation is the one that matters.
    on.open(bare(name), (attribute) => decode(attributes()[attribute] ?? ""));
  });
  parser.on("closeTag", (name) => {
    heard();
    on.close(bare(name));
  });
  parser.on("text", (text) => {
    heard();
    on.text(decode(text));
  });
  parser.on("cdata", (text) => on.text(text));
  parser.on("attention", () => {
    throw new RefusedList("workbook-unsafe");
  });
  parser.on("error", () => {
    throw new RefusedList("workbook-damaged");
  });
  return {
    push: (xml) => {
      for (let at = 0; at < xml.length; at += STEP_CHARS) {
        const step = xml.slice(at, at + STEP_CHARS);
        sinceEvent += step.length;
        // Without an end in sight the parser would keep, and look through, all of it again and again.
        if (sinceEvent > MAX_RECORD_CHARS) throw new RefusedList("workbook-unsafe");
        parser.write(step);
      }
    },
    end: () => {
      parser.end();
    },
  };
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
