import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Command, InvalidArgumentError, Option } from "commander";
import { format, resolveConfig } from "prettier";
import { prepareEngine, type Engine, type OnProgress } from "../tools/engine";
import { occasionalLines } from "../tools/engine/progress/occasional-lines";
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
import type { OpenTofu } from "./subjects/opentofu/opentofu";
import { prepareOpenTofu } from "./subjects/opentofu/prepare-opentofu";
import { PulumiStack } from "./subjects/pulumi-stack";
import { addressStateOf, type AddressState } from "./workload/address-state";
import { countsOf, planOf } from "./workload/plan";
import { runWork, subjectsOf } from "./workload/run-work";

interface Flags {
  readonly quick?: true;
  readonly large?: true;
  readonly counts?: readonly number[];
  readonly peers?: true;
  readonly output: string;
}

const examples = `
Examples, with the time they take on two cores that have nothing else to do:
  npm run bench -- --quick                 4 minutes: 10 addresses, one round
  npm run bench -- --counts 10,100,300     a quarter of an hour
  npm run bench                            the same and 1,000 addresses: three quarters of an hour
  npm run bench -- --peers                 the same beside OpenTofu: an hour
  npm run bench -- --large                 as the third and 5,000 addresses: most of a day`;

async function run(flags: Flags): Promise<void> {
  const start = performance.now();
  const minutes = (): number => (performance.now() - start) / 60_000;
  const report = (text: string): void => console.error(`${minutes().toFixed(1)} min: ${text}`);
  const machine = describeMachine();
  const plan = planOf(flags);
  const display = occasionalLines(report);
  const engine = await prepareEngine({ onProgress: display.onProgress });
  const openTofu = flags.peers && (await prepareOrSkip(display.onProgress, report));
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
    const measurements = await runWork(plan, subjectsOf({ engine, service, openTofu }), service, report);
    const summary = new Summary(measurements);
    const text = resultsText({
      date: new Date(),
      command: ["npm run bench --", ...process.argv.slice(2)].join(" "),
      minutes: minutes(),
      machine,
      summary,
      isPeerMissing: flags.peers === true && openTofu === undefined,
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

/** OpenTofu; undefined where it cannot be had, which is said and is no reason to measure nothing. */
async function prepareOrSkip(
  onProgress: OnProgress,
  report: (text: string) => void,
): Promise<OpenTofu | undefined> {
  try {
    return await prepareOpenTofu(onProgress);
  } catch (error) {
    report(`the peers are left out. ${(error as Error).message}`);
    return undefined;
  }
}

function readCounts(text: string): number[] {
  try {
    return countsOf(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
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
  .addOption(
    new Option("--counts <numbers>", "these numbers of addresses, separated by commas")
      .argParser(readCounts)
      .conflicts(["quick", "large"]),
  )
  .option(
    "--peers",
    "OpenTofu with a generic REST provider as well, which needs Go and some minutes the first time",
  )
  .option("--output <folder>", "where RESULTS.md and its drawings are written", __dirname)
  .addHelpText("after", examples)
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
