const decoder = new TextDecoder("gb18030");

/** Every character that GB18030 writes with two bytes, with those bytes. */
const TWO_BYTES = new Map<string, readonly [number, number]>();
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1)
    if (second !== 0x7f) TWO_BYTES.set(decoder.decode(new Uint8Array([first, second])), [first, second]);

/** The bytes of a text as Excel in Chinese Windows saves it; throws for characters that need four bytes. */
export function gb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const two = TWO_BYTES.get(character);
    if (code < 0x80) bytes.push(code);
    else if (two !== undefined) bytes.push(...two);
    else throw new RangeError(`${character} has no two bytes in GB18030`);
  }
  return Buffer.from(bytes);
}
