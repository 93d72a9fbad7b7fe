import { inspect } from "node:util";
import { EngineUnavailableError } from "../engine";
import { runDemo } from "./demo";
import { BrokenClaim } from "./screen/broken-claim";

async function main(): Promise<void> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Not `once`: the spinner's library ends the process when no listener but its own is left.
    process.on(name, () => interruption.abort(new Error(`Stopped by ${name}; nothing is left behind.`)));
  }
  try {
    await runDemo(process.stdout, interruption.signal);
  } catch (error) {
    const { signal } = interruption;
    process.exitCode = signal.aborted ? 130 : 1;
    // Where the story is told, so that it stands below what it is about.
    if (error instanceof BrokenClaim) console.log(`✗ ${error.message}`);
    else if (error === signal.reason || error instanceof EngineUnavailableError)
      console.error((error as Error).message);
    else console.error(inspect(error));
  }
}

void main();
