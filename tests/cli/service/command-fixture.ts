import { EventEmitter } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator, type Emulator, type EmulatorOptions, type SnapshotAddress } from "../../../emulator";
import { canary } from "../../support/provider-fixture";
import { runInProcess, type CommandResult, type CommandSurroundings } from "../command/run-in-process";

/** The second account of the emulator, which commands know as `--account eu`. */
export const eu = { apiKey: "canary-key-eu-77b1", apiSecret: "canary-secret-eu-0d4e" };

/** An emulator with two accounts, and a folder in which commands run. */
export class CommandFixture {
  private constructor(
    readonly emulator: Emulator,
    readonly directory: string,
  ) {}

  static async start(options: Partial<EmulatorOptions> = {}): Promise<CommandFixture> {
    const emulator = await startEmulator({ accounts: [canary, eu], ...options });
    return new CommandFixture(emulator, await mkdtemp(join(tmpdir(), "vnc-cloud-command-")));
  }

  get environment(): NodeJS.ProcessEnv {
    return {
      VNC_CLOUD_ENDPOINT: this.emulator.endpoint,
      VNC_CLOUD_API_KEY: canary.apiKey,
      VNC_CLOUD_API_SECRET: canary.apiSecret,
      VNC_CLOUD_EU_API_KEY: eu.apiKey,
      VNC_CLOUD_EU_API_SECRET: eu.apiSecret,
      VNC_CLOUD_MAX_RETRIES: "0",
    };
  }

  /** Runs a command in the fixture's folder and environment, to which `surroundings` add. */
  run(words: readonly string[], surroundings: CommandSurroundings = {}): Promise<CommandResult> {
    const environment = { ...this.environment, ...surroundings.environment };
    return runInProcess(words, { directory: this.directory, ...surroundings, environment });
  }

  /** Runs a command, and sends it Ctrl+C as soon as the service has got so many requests. */
  async interrupt(words: readonly string[], requests: number): Promise<CommandResult> {
    const signals = new EventEmitter();
    const ended = this.run(words, { signals });
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!isOver && this.emulator.journal().length < requests) await new Promise(setImmediate);
    signals.emit("SIGINT");
    return ended;
  }

  /** An address as the service has it. */
  remote(cloudAddress: string): SnapshotAddress {
    const found = this.emulator.snapshot().addresses.find((address) => address.cloudAddress === cloudAddress);
    if (found === undefined) throw new Error(`the emulator has no ${cloudAddress}`);
    return found;
  }

  /** The names of all addresses that the service has. */
  names(): string[] {
    return this.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
  }

  async stop(): Promise<void> {
    await this.emulator.close();
    await rm(this.directory, { recursive: true, force: true });
  }
}
