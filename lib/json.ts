/** What survives `JSON.parse(JSON.stringify(x))` unchanged. A Date does not. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
