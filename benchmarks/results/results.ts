import type { ClientResult } from "../client/client-alone";
import type { EmulatorResult } from "../emulator/emulator-alone";
import type { EngineSwitch } from "../engine/engine-switches";
import type { ProviderMemory } from "../provider/provider-memory";
import type { ImportCost } from "../start/import-cost";
import type { Variant } from "../start/preview-variants";
import type { Span } from "../start/waterfall";
import { openTofuVersion, restapiVersion } from "../subjects/opentofu/opentofu";
import type { AddressState } from "../workload/address-state";
import { mostForNaive } from "../workload/plan";
import { judge, type Goal } from "./goals";
import { comparePeer, fewestForPeer, peerTable } from "./peer";
import type { Summary } from "./summary";
import { megabytes, short, table } from "./table";
import { workTables } from "./work-tables";

/** Everything that a run found out. */
export interface Results {
  readonly date: Date;
  readonly command: string;
  readonly minutes: number;
  readonly machine: string;
  readonly summary: Summary;
  /** Whether the peer was asked for and could not be had. */
  readonly isPeerMissing: boolean;
  readonly state: AddressState;
  readonly importCost: ImportCost;
  readonly waterfall: readonly Span[];
  readonly variants: readonly Variant[];
  readonly client: readonly ClientResult[];
  readonly emulator: readonly EmulatorResult[];
  readonly memory: readonly ProviderMemory[];
  /** How many addresses the switches were tried with. */
  readonly switchCount: number;
  readonly switches: readonly EngineSwitch[];
}

/** RESULTS.md. */
export function resultsText(results: Results): string {
  const { summary, state, importCost, waterfall } = results;
  const parts = [
    "# Benchmark results",
    `${results.date.toISOString().slice(0, 16).replace("T", " ")} UTC, \`${results.command}\`, ` +
      `${results.minutes.toFixed(0)} minutes. ${results.machine}.`,
    "Written by the command; what the figures mean is in [docs/performance.md](../docs/performance.md). " +
      "All subjects take turns in one run, with 16 requests or engine operations at a time, and medians are shown. " +
      "**ours**: this package. **floor**: a dynamic resource that calls nothing, so the engine alone. **naive**: a " +
      `dynamic provider as one writes it in an afternoon, with at most ${mostForNaive} addresses. ` +
      "**bare calls**: the same requests from a loop, without any engine.",
    `![Wall time of each step, by subject](results.svg)`,
    "## Goals",
    goalTable(judge(summary, state, importCost.sdkAfterPulumi, results.memory)),
    workTables(summary),
    ...peerParts(results),
    "## Where the seconds of a preview go",
    "![A preview taken apart](waterfall.svg)",
    table(
      ["a no-op preview of ten addresses", "from, ms", "to, ms", "ms"],
      waterfall.map(({ what, startMilliseconds, endMilliseconds }) => [
        what,
        startMilliseconds.toFixed(0),
        endMilliseconds.toFixed(0),
        (endMilliseconds - startMilliseconds).toFixed(0),
      ]),
    ),
    "### What a program can change about it",
    table(
      ["a no-op preview of ten addresses", "seconds", "program, peak MB"],
      results.variants.map(({ name, seconds, programMemory }) => [
        name,
        seconds.toFixed(2),
        megabytes(programMemory),
      ]),
    ),
    table(
      ["import in a fresh Node.js", "ms"],
      [
        ["`@pulumi/pulumi`", importCost.pulumi.toFixed(0)],
        ["`pulumi-vnc-cloud`", importCost.sdk.toFixed(0)],
        ["`pulumi-vnc-cloud` after `@pulumi/pulumi`", importCost.sdkAfterPulumi.toFixed(1)],
      ],
    ),
    "## Switches of the engine",
    table(
      [`first \`up\` of ${results.switchCount} addresses, 0 ms`, "seconds", "risk"],
      results.switches.map(({ name, seconds, risk }) => [name, short(seconds), risk]),
    ),
    "## The provider process alone",
    table(
      ["addresses created, read, changed, deleted", "peak MB", "requests", "connections", "open at a time"],
      results.memory.map(({ count, peak, requests, connections, openConnections }) => [
        count.toLocaleString("en"),
        megabytes(peak),
        String(requests),
        String(connections),
        String(openConnections),
      ]),
    ),
    "## The client alone",
    table(
      [
        "reading one address, 16 at a time",
        "calls a second",
        "requests a call",
        "connections",
        "heap growth, MB",
      ],
      results.client.map((result) => [
        result.name,
        result.callsPerSecond.toFixed(0),
        result.requestsPerCall.toFixed(3),
        String(result.connections),
        (result.heapGrowth / 1e6).toFixed(1),
      ]),
    ),
    "## The emulator alone",
    table(
      ["addresses", "requests a second", "list of all, s", "peak MB"],
      results.emulator.map((result) => [
        result.addresses.toLocaleString("en"),
        result.requestsPerSecond.toFixed(0),
        short(result.listSeconds),
        megabytes(result.peakMemory),
      ]),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function peerParts({ summary, isPeerMissing }: Results): string[] {
  const comparisons = comparePeer(summary);
  if (isPeerMissing)
    return [
      "## Beside OpenTofu",
      "Not measured: OpenTofu could not be built on this machine; the command said why.",
    ];
  if (comparisons.length === 0) return [];
  const large = comparisons.filter(({ count }) => count >= fewestForPeer);
  return [
    "## Beside OpenTofu, in seconds",
    `OpenTofu ${openTofuVersion} with Mastercard's restapi ${restapiVersion}, the newest that the Go module registry ` +
      "serves, and the state in a file. OpenTofu looks at every address before it plans; with `-refresh=false` it does not, " +
      "and neither does Pulumi. Ours is compared with the faster of the two. What the provider cannot do, and so does " +
      "not spend time on, is in [docs/performance.md](../docs/performance.md#beside-opentofu).",
    peerTable(large.length > 0 ? large : comparisons),
  ];
}

function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ goal, isReached, standing }) => [
    goal,
    isReached === undefined ? "not judged" : isReached ? "reached" : "**missed**",
    standing,
  ]);
  return table(["goal", "", "where it stands"], rows);
}
