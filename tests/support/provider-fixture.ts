import { startEmulator, type Emulator } from "../../emulator";
import { DynamicHost } from "./dynamic-host";
import { SourceHost } from "./source-host";

/** Credentials that no other text contains, so that a leak is found; the secret changes in every encoding. */
export const canary = { apiKey: "canary-key-3f9a", apiSecret: 'canary-secret"81c6&/+>' };

/** Whether `npm run mutation` runs this: once for each of many faults that were put into the sources. */
const isUnderMutation = "__stryker__" in globalThis;

/** The built provider in Pulumi's dynamic host, with an emulator of its own. */
export class ProviderFixture {
  private constructor(
    readonly emulator: Emulator,
    readonly host: DynamicHost,
  ) {}

  static async start(environment: NodeJS.ProcessEnv = {}): Promise<ProviderFixture> {
    const emulator = await startEmulator({
      accounts: [canary],
      ...(isUnderMutation && { clock: SourceHost.timing.now }),
    });
    const host = await startHost({
      environment: {
        VNC_CLOUD_ENDPOINT: emulator.endpoint,
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: canary.apiSecret,
        ...environment,
      },
    });
    return new ProviderFixture(emulator, host);
  }

  /** Starts a second host, as another run of the engine would, on the same emulator. */
  async restartHost(environment: NodeJS.ProcessEnv = {}): Promise<DynamicHost> {
    return startHost({
      environment: {
        VNC_CLOUD_ENDPOINT: this.emulator.endpoint,
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: canary.apiSecret,
        ...environment,
      },
    });
  }

  /** What the service was asked, in order: `create details ...`. Asking again starts anew. */
  requests(): string {
    const operations = this.emulator.journal().map(({ operation }) => operation);
    this.emulator.clearJournal();
    return operations.join(" ");
  }

  async stop(): Promise<void> {
    await this.host.stop();
    await this.emulator.close();
  }
}

/** The real host; under mutation, which changes the sources, the sources themselves. */
function startHost(options: { environment: NodeJS.ProcessEnv }): Promise<DynamicHost> {
  if (!isUnderMutation) return DynamicHost.start(options);
  return SourceHost.start(options) as unknown as Promise<DynamicHost>;
}
