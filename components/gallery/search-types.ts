/** What a person may type to find a kind of task: its name, what it does, and words that mean the same. */
export type Searchable = { name: string; body: string; find: string };

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** True when every word that was typed begins a word of it, or stands anywhere in it for a script without spaces. */
export function matchesSearch(kind: Searchable, search: string): boolean {
  const text = folded(`${kind.name} ${kind.body} ${kind.find}`);
  const starts = ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`;
  return folded(search)
    .split(/\s+/)
    .every((word) => starts.includes(` ${word}`) || (/\p{Script=Han}/u.test(word) && text.includes(word)));
}
