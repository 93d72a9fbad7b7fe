import { prepareEngine } from "./prepare-engine";
import { occasionalLines } from "./progress/occasional-lines";
import { redrawnLine } from "./progress/redrawn-line";

async function main(): Promise<void> {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // More than once: under npm, Ctrl-C arrives from the terminal and from npm.
    process.on(name, () => interrupted.abort(new Error(`Stopped by ${name}; nothing half-made is left.`)));
  }
  // A terminal that was closed must not end the tidying up.
  process.stderr.on("error", () => undefined);
  const display = process.stderr.isTTY
    ? redrawnLine(process.stderr)
    : occasionalLines((line) => process.stderr.write(`${line}\n`));
  try {
    const { root } = await prepareEngine({ onProgress: display.onProgress, signal: interrupted.signal });
    display.close();
    console.log(root);
  } catch (error) {
    display.close();
    console.error((error as Error).message);
    process.exitCode = interrupted.signal.aborted ? 130 : 1;
  }
}

void main();
