/** What a person may choose, in characters. The upper end keeps hashing from being made expensive. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;
