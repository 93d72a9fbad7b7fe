import type { Engine } from "../../tools/engine";
import type { Service } from "../service/service";
import { PulumiStack, type StackOptions } from "../subjects/pulumi-stack";

/** A switch of the engine that users have, and what it does to the time of a first `up`. */
export interface EngineSwitch {
  readonly name: string;
  readonly seconds: number;
  readonly risk: string;
}

interface Setting {
  readonly risk: string;
  readonly options: StackOptions;
  /** Over how many stacks the addresses are spread, one run after the other. */
  readonly stacks?: number;
}

const settings: Readonly<Record<string, Setting>> = {
  "as it is": { risk: "", options: {} },
  "three stacks, one after the other": { risk: "none; one more step in CI for each", options: {}, stacks: 3 },
  "`PULUMI_DIY_BACKEND_GZIP=true`": {
    risk: "none; state files are compressed",
    options: { environment: { PULUMI_DIY_BACKEND_GZIP: "true" } },
  },
  "`PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS=true`": {
    risk: "no copy of the state before the last",
    options: { environment: { PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true" } },
  },
  "`PULUMI_SKIP_CHECKPOINTS=true`": {
    risk: "**a run that is killed forgets every address and password it made**",
    options: { environment: { PULUMI_SKIP_CHECKPOINTS: "true" } },
  },
};

/** How long the creation of so many addresses takes with each switch, at no latency. */
export async function engineSwitches(
  engine: Engine,
  service: Service,
  count: number,
): Promise<EngineSwitch[]> {
  const results: EngineSwitch[] = [];
  for (const [name, { risk, options, stacks = 1 }] of Object.entries(settings)) {
    await service.restart(0);
    let seconds = 0;
    for (let index = 0; index < stacks; index += 1) {
      const stack = await PulumiStack.create("ours", engine, service, Math.round(count / stacks), options);
      try {
        seconds += (await stack.run("create")).seconds;
      } finally {
        await stack.dispose();
      }
    }
    results.push({ name, seconds, risk });
  }
  return results;
}
