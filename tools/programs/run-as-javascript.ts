import { join } from "node:path";

/** Variables with which a JavaScript program runs without ts-node and TypeScript, whatever the language host is. */
export const runAsJavaScript = {
  NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, "javascript-only.cjs"))}`,
};
