import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";

/** A resource as the program registered it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const stackType = "pulumi:pulumi:Stack";

/** What a program did under Pulumi's mocks: no engine, no provider. */
export interface MockedRun {
  readonly registrations: readonly Registration[];
  /** The outputs of each resource that the engine is told to keep secret. */
  readonly secretOutputs: Readonly<Record<string, readonly string[]>>;
  /** The file of the program in which each resource is, as the engine is told for the state. */
  readonly sourceFiles: Readonly<Record<string, string>>;
  /** What it threw in the background. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Runs a program under Pulumi's mocks, as a run of its own. A resource's ID is its name with `-id`, and its outputs are
 * its inputs.
 */
export async function mockedRun(
  program: () => unknown,
  options: { readonly stack?: string; readonly project?: string } = {},
): Promise<MockedRun> {
  const registrations: Registration[] = [];
  const secretOutputs: Record<string, string[]> = {};
  const sourceFiles: Record<string, string> = {};
  const thrown = new Set<unknown>();
  const warnings: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, id }) => {
        if (type !== stackType) registrations.push({ type, name, inputs: inputs as Record<string, unknown> });
        return { id: id === undefined || id === "" ? `${name}-id` : id, state: inputs as object };
      },
      call: () => ({}),
    },
    options.project ?? "shop",
    options.stack ?? "prod",
  );
  // The mocks do not say what a resource asks of the engine beside its inputs.
  const monitor = getMonitor() as unknown as {
    registerResource: (request: RegisterResourceRequest, ...rest: unknown[]) => void;
  };
  const { registerResource } = monitor;
  monitor.registerResource = (request, ...rest) => {
    secretOutputs[request.getName()] = request.getAdditionalsecretoutputsList();
    sourceFiles[request.getName()] = request.getSourceposition()?.getUri() ?? "";
    registerResource.call(monitor, request, ...rest);
  };
  const log = pulumi.log as { warn: unknown };
  const { warn } = log;
  log.warn = (message: string) => Promise.resolve(warnings.push(message));
  // What a program throws in the background fails a run; here it must not fail the test.
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (error) => thrown.add(error));
  try {
    await pulumi.runtime.runInPulumiStack(async () => void (await program()));
    await pulumi.runtime.disconnect();
    await new Promise(setImmediate);
  } finally {
    Object.assign(log, { warn });
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
  return {
    registrations,
    secretOutputs,
    sourceFiles,
    warnings,
    errors: [...thrown].map((error) => (error as Error).message),
  };
}

/** The value of an output. */
export function valueOf<Value>(output: pulumi.Output<Value>): Promise<Value> {
  return new Promise((resolve) => output.apply(resolve));
}
