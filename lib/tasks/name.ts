/** IoTDA reference: CreateBatchTask `task_name`. */
const MAX_LENGTH = 128;

/**
 * A name that the platform accepts, made from what people write. Letters, digits and `_` stay (Chinese only where
 * the instance takes it), all else becomes `_`; the suffix makes it unique and is never cut. Never longer than 128.
 */
export function platformName(title: string, suffix: string, allowChinese: boolean): string {
  const kept = allowChinese ? /[^\u4e00-\u9fa5A-Za-z0-9]+/g : /[^A-Za-z0-9]+/g;
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "");
  const words = plain.replace(kept, "_").replace(/^_+|_+$/g, "");
  const room = MAX_LENGTH - suffix.length - 1;
  const stem = (words === "" ? "task" : words).slice(0, room).replace(/_+$/, "");
  return `${stem}_${suffix}`;
}
