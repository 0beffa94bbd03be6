/** Percent-encodes all but `A-Za-z0-9-_.~`, upper-case hex: the alphabet of the signature and of what is sent. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export type Query = readonly (readonly [name: string, value: string])[];

/** Sorted by name, then value, so that what is sent and what is signed are the same text. */
export const encodeQuery = (query: Query): string =>
  [...query]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
