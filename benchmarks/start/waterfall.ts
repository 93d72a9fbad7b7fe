import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../tools/engine";
import type { Service } from "../service/service";
import { PulumiStack } from "../subjects/pulumi-stack";

/** A stretch of a preview. */
export interface Span {
  /** Whose time it is: the engine's, Pulumi's in one of the two Node.js processes, or this package's. */
  readonly owner: "engine" | "program" | "provider" | "ours";
  readonly what: string;
  /** Since the command was started. */
  readonly startMilliseconds: number;
  readonly endMilliseconds: number;
}

/** A line of the probe. Times are in milliseconds since the epoch. */
interface Note {
  readonly command: string;
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

const probe = join(__dirname, "probe.cjs");

/** Takes a preview apart that changes nothing about ten addresses. */
export async function previewWaterfall(engine: Engine, service: Service): Promise<Span[]> {
  const file = join(tmpdir(), `vnc-cloud-probe-${process.pid}.jsonl`);
  const stack = await PulumiStack.create("ours", engine, service, 10);
  try {
    await service.restart(0);
    await stack.run("create");
    await stack.run("no-op preview");
    const start = Date.now();
    await stack.run("no-op preview", {
      NODE_OPTIONS: `${stack.nodeOptions} --require ${probe}`,
      BENCHMARK_PROBE_FILE: file,
    });
    const end = Date.now();
    const text = await readFile(file, "utf8");
    return spansOf(
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Note),
      start,
      end,
    );
  } finally {
    await stack.dispose();
    await rm(file, { force: true });
  }
}

function spansOf(notes: readonly Note[], start: number, end: number): Span[] {
  const program = notes.filter(({ command }) => command.includes("/cmd/run/index.js"));
  const provider = notes.filter(({ command }) => command.includes("/cmd/dynamic-provider/index.js"));
  const spans: Span[] = [];
  const add = (
    owner: Span["owner"],
    what: string,
    from: number | undefined,
    to: number | undefined,
  ): void => {
    if (from === undefined || to === undefined) return;
    spans.push({ owner, what, startMilliseconds: from - start, endMilliseconds: to - start });
  };
  const process = (owner: Span["owner"], name: string, own: readonly Note[]): void => {
    const of = (what: string): Note | undefined => own.find((note) => note.what === what);
    const host = own.filter(({ what }) => what === "host");
    add(owner, `${name}: start of Node.js`, of("Node.js")?.start, of("Node.js")?.end);
    add(owner, `${name}: Pulumi's host`, host[0]?.start, host.at(-1)?.end);
    add(
      owner,
      `${name}: the index of @pulumi/pulumi`,
      of("@pulumi/pulumi")?.start,
      of("@pulumi/pulumi")?.end,
    );
    add(owner, `${name}: of which TypeScript`, of("TypeScript")?.start, of("TypeScript")?.end);
    add(owner, `${name}: ts-node`, of("ts-node")?.start, of("ts-node")?.end);
    const ours = of("SDK") ?? of("provider");
    add(
      "ours",
      name === "program" ? "program: our SDK, with its parts of Pulumi's" : "provider: our modules",
      ours?.start,
      ours?.end,
    );
  };
  const firstOf = (own: readonly Note[]): number | undefined => own[0]?.start;
  add("engine", "engine: until the program's process", start, firstOf(program));
  process("program", "program", program);
  const declared = program.find(({ what }) => what === "SDK")?.end;
  add("engine", "engine: first resource, start of the provider", declared, firstOf(provider));
  process("provider", "provider", provider);
  const loaded = provider.find(({ what }) => what === "provider")?.end;
  add("engine", "engine: check and diff of ten addresses, end", loaded, end);
  return spans;
}
