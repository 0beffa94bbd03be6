import type { Config } from "tailwindcss";

/** Colours, sizes and fonts come from `app/tokens.css`; this only says where class names are written. */
export default { content: ["./app/**/*.tsx", "./components/**/*.tsx", "./lib/**/*.tsx"] } satisfies Config;
