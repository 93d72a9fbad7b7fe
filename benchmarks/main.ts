import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Command } from "commander";
import { format, resolveConfig } from "prettier";
import { prepareEngine, type Engine } from "../tools/engine";
import { clientAlone } from "./client/client-alone";
import { emulatorAlone } from "./emulator/emulator-alone";
import { engineSwitches } from "./engine/engine-switches";
import { describeMachine } from "./machine/machine";
import { providerMemory } from "./provider/provider-memory";
import { barChart } from "./results/bar-chart";
import { resultsText } from "./results/results";
import { Summary } from "./results/summary";
import { waterfallChart } from "./results/waterfall-chart";
import { Service } from "./service/service";
import { importCost } from "./start/import-cost";
import { previewVariants } from "./start/preview-variants";
import { previewWaterfall } from "./start/waterfall";
import { PulumiStack } from "./subjects/pulumi-stack";
import { addressStateOf, type AddressState } from "./workload/address-state";
import { roundsFor, type BenchmarkPlan } from "./workload/plan";
import { runWork, subjects } from "./workload/run-work";

interface Flags {
  readonly quick?: true;
  readonly large?: true;
  readonly counts?: string;
  readonly output: string;
}

const examples = `
Examples, with the time they take on two cores that have nothing else to do:
  npm run bench -- --quick                 4 minutes: 10 addresses, one round
  npm run bench -- --counts 10,100,300     a quarter of an hour
  npm run bench                            the same and 1,000 addresses: an hour
  npm run bench -- --large                 the same and 5,000 addresses: most of a day`;

async function run(flags: Flags): Promise<void> {
  const start = performance.now();
  const minutes = (): number => (performance.now() - start) / 60_000;
  const report = (text: string): void => console.error(`${minutes().toFixed(1)} min: ${text}`);
  const machine = describeMachine();
  const plan = planOf(flags);
  const engine = await prepareEngine({ onProgress: report });
  const service = await Service.start();
  try {
    report("the start of a preview");
    const waterfall = await previewWaterfall(engine, service);
    const variants = await previewVariants(engine, service, flags.quick ? 1 : 3);
    const cost = await importCost(flags.quick ? 3 : 9);
    report("the client and the emulator alone");
    const client = await clientAlone(service, flags.quick ? 2000 : 10_000);
    const emulator = await emulatorAlone(service, flags.quick ? 10_000 : 100_000);
    report("the memory of the provider process");
    const memory = await providerMemory(service, flags.quick ? [100, 1000] : [300, 1000, 5000]);
    report("switches of the engine");
    const switchCount = flags.quick ? 30 : 300;
    const switches = await engineSwitches(engine, service, switchCount);
    const state = await stateOfOneAddress(engine, service);
    const measurements = await runWork(plan, Object.values(subjects), engine, service, report);
    const summary = new Summary(measurements);
    const text = resultsText({
      date: new Date(),
      command: ["npm run bench --", ...process.argv.slice(2)].join(" "),
      minutes: minutes(),
      machine,
      summary,
      state,
      importCost: cost,
      waterfall,
      variants,
      client,
      emulator,
      memory,
      switchCount,
      switches,
    });
    const write = (name: string, content: string): Promise<void> =>
      writeFile(join(flags.output, name), content);
    const style = await resolveConfig(join(__dirname, "RESULTS.md"));
    await write("RESULTS.md", await format(text, { ...style, parser: "markdown" }));
    await write("results.svg", barChart(summary));
    await write("waterfall.svg", waterfallChart(waterfall, "A no-op preview of ten addresses"));
    report(`written to ${flags.output}`);
  } finally {
    await service.stop();
  }
}

function planOf({ quick, large, counts }: Flags): BenchmarkPlan {
  const usual = [10, 100, 300, 1000, ...(large ? [5000] : [])];
  if (counts !== undefined)
    return { counts: counts.split(",").map(Number), latenciesMilliseconds: [0, 50], rounds: roundsFor };
  if (quick) return { counts: [10], latenciesMilliseconds: [0, 50], rounds: () => 1 };
  return { counts: usual, latenciesMilliseconds: [0, 50], rounds: roundsFor };
}

async function stateOfOneAddress(engine: Engine, service: Service): Promise<AddressState> {
  await service.restart(0);
  const stack = await PulumiStack.create("ours", engine, service, 1);
  try {
    await stack.run("create");
    return addressStateOf(await stack.state());
  } finally {
    await stack.dispose();
  }
}

new Command("npm run bench --")
  .description("Measures this package beside the engine alone, a naive provider and bare calls.")
  .option("--quick", "ten addresses, one round")
  .option("--large", "5,000 addresses as well")
  .option("--counts <numbers>", "these numbers of addresses, separated by commas")
  .option("--output <folder>", "where RESULTS.md and its drawings are written", __dirname)
  .addHelpText("after", examples)
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
