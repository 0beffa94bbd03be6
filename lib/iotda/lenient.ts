import { z } from "zod";

/*
 * What the platform answers, read forgivingly: any field may be absent or null, words may be new, fields may be added.
 * Only what makes an answer worth nothing (no id, no list) is an error. IoTDA reference: the response models.
 */

export const orNull = <S extends z.ZodType>(schema: S) =>
  schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
export const text = orNull(z.string());
export const count = orNull(z.number().int().nonnegative());
export const flag = orNull(z.boolean());
export const texts = z
  .array(z.string())
  .nullish()
  .catch(null)
  .transform((value) => value ?? []);
export const id = z.string().min(1);
export const page = orNull(z.object({ count, marker: text }));

/** A list that is absent reads as empty only where the platform also says that it counts none. */
export const listOf = <S extends z.ZodType>(name: string, item: S) =>
  z.preprocess(
    (raw) => {
      const answer = z.looseObject({ page }).safeParse(raw);
      if (!answer.success) return raw;
      return { page: answer.data.page, items: answer.data[name] ?? (answer.data.page?.count === 0 ? [] : null) };
    },
    z.object({ page, items: z.array(item) }),
  );

/** A list that may be absent: its entries are still held to their schema. */
export const listOr = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);
