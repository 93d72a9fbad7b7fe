import * as pulumi from "@pulumi/pulumi";

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
  const run = { registrations, errors: [] as string[], warnings: [] as string[] };
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
  const log = pulumi.log as { error: unknown; warn: unknown };
  const { error, warn } = log;
  log.error = (message: string) => Promise.resolve(run.errors.push(message));
  log.warn = (message: string) => Promise.resolve(run.warnings.push(message));
  try {
    await pulumi.runtime.runInPulumiStack(async () => void (await program()));
    await pulumi.runtime.disconnect();
  } finally {
    Object.assign(log, { error, warn });
  }
  return run;
}

/** The value of an output. */
export function valueOf<Value>(output: pulumi.Output<Value>): Promise<Value> {
  return new Promise((resolve) => output.apply(resolve));
}
