import { VncCloudClient, VncCloudError } from "../../../client";
import { startEmulator, type Emulator } from "../../../emulator";
import { FakeTiming } from "../fake-timing";
import { collect } from "../rejection";
import { faults, type ConformanceCase } from "./conformance-case";

/** What became of a case. */
export interface CaseOutcome {
  readonly error: VncCloudError | undefined;
  readonly requests: number;
  /** How often the service carried the operation out. */
  readonly applied: number;
  readonly faultsConsumed: boolean;
  readonly pauses: readonly number[];
}

const cloudAddress = "conformance1.conformance2.conformance3.conformance4";

/** Runs one case on an emulator of its own. */
export async function runCase({ fault: name, operation, times }: ConformanceCase): Promise<CaseOutcome> {
  const { fault, requestTimeoutSeconds } = faults[name]!;
  const emulator = await startEmulator();
  const timing = new FakeTiming();
  const client = new VncCloudClient({
    apiKey: "emulator",
    apiSecret: "emulator",
    endpoint: emulator.endpoint,
    environment: {},
    // All clients of a process share its slots: cases that wait must not hold up others.
    parallel: 1000,
    requestTimeoutSeconds,
    timing,
  });
  try {
    emulator.seed([{ cloudAddress, allowedActions: ["connect"], version: 1 }]);
    emulator.planFaults([{ fault, times }]);
    const error = await calls[operation]!(client).then(
      () => undefined,
      (reason: unknown) => {
        if (reason instanceof VncCloudError) return reason;
        throw reason;
      },
    );
    return {
      error,
      requests: emulator.journal().length,
      applied: appliedCount(operation, emulator),
      faultsConsumed: emulator.faults().every(({ completed }) => completed),
      pauses: timing.pauses,
    };
  } finally {
    await client.close();
    await emulator.close();
  }
}

const changed = { action: "connect", groups: ["changed"] } as const;

const calls: Readonly<Record<string, (client: VncCloudClient) => Promise<unknown>>> = {
  create: (client) => client.createCloudAddress({ action: "connect" }),
  list: (client) => collect(client.listCloudAddresses()),
  ready: (client) => client.getReadiness(cloudAddress),
  details: (client) => client.getCloudAddress(cloudAddress),
  change: (client) => client.changeCloudAddress(cloudAddress, changed, { ifMatch: "1" }),
  reset: (client) => client.resetPassword(cloudAddress, { ifMatch: "1" }),
  delete: (client) => client.deleteCloudAddress(cloudAddress, { ifMatch: "1" }),
  "unconditional change": (client) =>
    client.changeCloudAddress(cloudAddress, changed, { ifMatch: undefined }),
  "unconditional delete": (client) => client.deleteCloudAddress(cloudAddress, { ifMatch: undefined }),
};

function appliedCount(operation: string, emulator: Emulator): number {
  const { addresses } = emulator.snapshot();
  const seeded = addresses.find((address) => address.cloudAddress === cloudAddress);
  if (operation === "create") return addresses.length - 1;
  if (operation.endsWith("delete")) return seeded === undefined ? 1 : 0;
  return (seeded?.version ?? 1) - 1;
}
