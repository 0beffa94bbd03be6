/** A body of `multipart/form-data` with the value of its `Content-Type`. */
export type Multipart = { type: string; bytes: Uint8Array<ArrayBuffer> };

/** Only what can stand in a quoted file name, so that no header can be smuggled in. IoTDA reference: UploadBatchTaskFile. */
const WORKBOOK = /^[^"\\/\p{Cc}]{1,120}\.xlsx?$/u;

/**
 * One part named `file`. Throws on a name that is not a workbook's: the caller makes it. `random` is 0 to 1; the boundary
 * grows until the file does not hold it.
 */
export function multipart(name: string, file: Uint8Array, random: () => number): Multipart {
  if (!WORKBOOK.test(name)) throw new TypeError(`Not the name of a workbook: ${JSON.stringify(name)}`);
  const held = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let boundary = `rows-${random().toString(36).slice(2)}${random().toString(36).slice(2)}`;
  while (held.includes(boundary)) boundary += "-";
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    "Content-Type: application/octet-stream",
    "",
    "",
  ].join("\r\n");
  const parts = [Buffer.from(head), held, Buffer.from(`\r\n--${boundary}--\r\n`)];
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: new Uint8Array(Buffer.concat(parts)) };
}
