import { join } from "node:path";
import { tmpdir } from "node:os";
import type { Engine } from "../../tools/engine";
import { median } from "../results/median";
import type { Service } from "../service/service";
import { PulumiStack, type StackOptions } from "../subjects/pulumi-stack";

/** A way to write or run the same program, and how long its no-op preview takes. */
export interface Variant {
  readonly name: string;
  readonly seconds: number;
  readonly programMemory: number | undefined;
}

/** `compileCache` is Node.js's own, from version 22 on: compiled modules are kept on disk for the next process. */
const variants: Readonly<Record<string, StackOptions>> = {
  JavaScript: {},
  "JavaScript that imports `@pulumi/pulumi` as well": { main: "ours-with-pulumi.cjs" },
  "TypeScript, checked (Pulumi's default)": { main: "ours.ts" },
  "TypeScript, `PULUMI_NODEJS_TRANSPILE_ONLY=true`": {
    main: "ours.ts",
    environment: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  },
  ...(Number(process.versions.node.split(".")[0]) >= 22 && {
    "JavaScript, `NODE_COMPILE_CACHE` set": {
      environment: { NODE_COMPILE_CACHE: join(tmpdir(), "vnc-cloud-compile-cache") },
    },
  }),
};

/** How long a no-op preview of ten addresses takes with each variant; they take turns. */
export async function previewVariants(engine: Engine, service: Service, rounds: number): Promise<Variant[]> {
  await service.restart(0);
  const names = Object.keys(variants);
  const stacks: PulumiStack[] = [];
  const seconds = new Map<string, number[]>(names.map((name) => [name, []]));
  const memory = new Map<string, number>();
  try {
    for (const options of Object.values(variants)) {
      const stack = await PulumiStack.create("ours", engine, service, 10, options);
      stacks.push(stack);
      await stack.run("create");
      await stack.run("no-op preview");
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, stack] of stacks.entries()) {
        const name = names[index] as string;
        const usage = await stack.run("no-op preview");
        seconds.get(name)?.push(usage.seconds);
        memory.set(name, Math.max(memory.get(name) ?? 0, usage.programMemory ?? 0));
      }
    }
  } finally {
    for (const stack of stacks) await stack.dispose();
  }
  return names.map((name) => ({
    name,
    seconds: median(seconds.get(name) ?? []),
    programMemory: memory.get(name) === 0 ? undefined : memory.get(name),
  }));
}
