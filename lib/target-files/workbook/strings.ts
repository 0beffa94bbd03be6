import { unescaped } from "./cell";
import { xmlReader } from "./xml";

/** Reads the texts that a workbook's cells share. Runs of rich text are joined, reading aids of Chinese left out. */
export function stringReader() {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inAid = false;
  const reader = xmlReader({
    open: (name) => {
      if (name === "si") text = "";
      if (name === "t") inText = true;
      if (name === "rPh") inAid = true;
    },
    close: (name) => {
      if (name === "si") strings.push(unescaped(text));
      if (name === "t") inText = false;
      if (name === "rPh") inAid = false;
    },
    text: (more) => {
      if (inText && !inAid) text += more;
    },
  });
  return { ...reader, strings };
}
