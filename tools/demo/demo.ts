import { prepareEngine, PulumiSession, type Engine } from "../engine";
import { occasionalLines } from "../engine/progress/occasional-lines";
import { redrawnLine } from "../engine/progress/redrawn-line";
import { Narrator } from "./screen/narrator";
import { Screen } from "./screen/screen";
import { tellStory } from "./story/story";
import { ensureBuiltPackage } from "./world/built-package";
import { Pulumi } from "./world/pulumi";
import { Quickstart } from "./world/quickstart";
import { Service } from "./world/service";

/**
 * Shows the life of two cloud addresses with the real Pulumi engine on an emulated service, and checks each thing that
 * it says. However it ends, it leaves no process and no file behind.
 *
 * @throws `BrokenClaim` when something was not as it says; the signal's reason when it was interrupted.
 */
export async function runDemo(output: NodeJS.WriteStream, interruption: AbortSignal): Promise<void> {
  const screen = new Screen(output);
  const narrator = new Narrator(screen);
  const engine = await prepare(output, interruption);
  await ensureBuiltPackage(screen, interruption);
  const start = performance.now();
  const cleanUp: (() => Promise<void>)[] = [];
  try {
    const service = await Service.start();
    cleanUp.push(() => service.stop());
    const quickstart = await Quickstart.copy();
    cleanUp.push(() => quickstart.remove());
    const session = await PulumiSession.start(engine);
    cleanUp.push(() => session.dispose());
    const pulumi = new Pulumi(session, quickstart, service, narrator, interruption);

    narrator.say(introduction(engine, service));
    await tellStory({ narrator, passwords: new Set(), pulumi, quickstart, service });
    const seconds = Math.round((performance.now() - start) / 1000);
    narrator.say(`\nAll ${narrator.claims} claims (✓) were checked and are true. It took ${seconds} s.`);
  } finally {
    for (const step of cleanUp.reverse()) await step();
  }
}

async function prepare(output: NodeJS.WriteStream, signal: AbortSignal): Promise<Engine> {
  const display = output.isTTY ? redrawnLine(output) : occasionalLines((line) => output.write(`${line}\n`));
  try {
    return await prepareEngine({ onProgress: display.onProgress, signal });
  } finally {
    display.close();
  }
}

function introduction(engine: Engine, service: Service): string {
  return (
    "The life of two VNC Cloud addresses, declared in a Pulumi program.\n\n" +
    `  engine   Pulumi ${engine.version}, the real one, with a state of its own in a temporary folder\n` +
    `  service  an emulator of VNC Cloud on this machine, ${service.endpoint}\n` +
    "  program  a copy of examples/quickstart\n\n" +
    "You see the commands and what they print (switches that only calm the display are not\n" +
    "shown). A line with a ✓ is something that was checked at the service or in the output."
  );
}
