import { deepEqual } from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { startEmulator, type Emulator, type JournalEntry, type SeedAddress } from "../../../emulator";
import type { RecordedStack } from "../../../tests/upgrade/recorded-stack";
import { PulumiSession, type Engine } from "../../engine";
import { runAsJavaScript } from "../../programs/run-as-javascript";
import type { Combination } from "../combinations/combination";
import { writeProgram, writeProject } from "../combinations/program-form";

/** What trials are made with. */
export interface Surroundings {
  readonly engine: Engine;
  readonly signal: AbortSignal;
}

const account = { apiKey: "versions-key", apiSecret: "versions-secret" };

/** A stack of a combination, in a project of its own, on an emulator of its own. */
export class ForeignStack {
  private constructor(
    private readonly combination: Combination,
    private readonly folder: string,
    private readonly session: PulumiSession,
    private readonly emulator: Emulator,
    private readonly signal: AbortSignal,
  ) {}

  /** @param addresses what the service has already. */
  static async create(
    combination: Combination,
    { engine, signal }: Surroundings,
    addresses: readonly SeedAddress[] = [],
  ): Promise<ForeignStack> {
    // Below what is installed, so that Node.js finds it.
    const folder = await mkdtemp(join(combination.runtime.folder, "project-"));
    await writeProject(combination.form, folder);
    const emulator = await startEmulator({ accounts: [account] });
    emulator.seed(addresses);
    const session = await PulumiSession.start(engine);
    const stack = new ForeignStack(combination, folder, session, emulator, signal);
    await stack.pulumi("stack", "init", "dev");
    return stack;
  }

  write(program: string): Promise<void> {
    const { form, runtime } = this.combination;
    return writeProgram(form, this.folder, program, runtime);
  }

  async importState(state: string): Promise<void> {
    const file = join(this.folder, "state.json");
    await writeFile(file, state);
    await this.pulumi("stack", "import", "--file", file);
  }

  /** @returns the operations that the service was asked for meanwhile. @throws when the command fails. */
  async run(command: "up" | "preview" | "refresh" | "destroy", ...args: string[]): Promise<string[]> {
    const from = this.emulator.journal().length;
    const yes = command === "preview" ? [] : ["--yes", "--skip-preview"];
    await this.pulumi(command, ...yes, ...args);
    return this.emulator
      .journal()
      .slice(from)
      .map(({ operation }: JournalEntry) => operation);
  }

  /** How many addresses the service has. */
  get addresses(): number {
    return this.emulator.snapshot().addresses.length;
  }

  /** @throws unless the state has the valid password of each address that the service has. */
  async expectPasswords(): Promise<void> {
    const valid = Object.entries(await this.passwords()).filter(([cloudAddress, password]) =>
      this.emulator.verifyPassword(cloudAddress, password),
    );
    const held = this.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
    deepEqual(valid.map(([cloudAddress]) => cloudAddress).sort(), held.sort(), "passwords in the state");
  }

  /** The state and what the service has, for other combinations to go on with. */
  async record(program: string): Promise<RecordedStack> {
    const passwords = await this.passwords();
    const addresses = this.emulator
      .snapshot()
      .addresses.map(({ cloudAddress, allowedActions, groups, accessControl, version }) => ({
        ...{ cloudAddress, allowedActions, version, cloudPassword: passwords[cloudAddress] },
        ...(groups !== undefined && { groups }),
        ...(accessControl !== undefined && { accessControl }),
      }));
    return { program, state: await this.pulumi("stack", "export"), addresses };
  }

  async dispose(): Promise<void> {
    await this.emulator.close();
    await this.session.dispose();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The passwords in the state, by address. */
  private async passwords(): Promise<Record<string, string>> {
    const { deployment } = JSON.parse(await this.pulumi("stack", "export", "--show-secrets")) as {
      deployment: { resources: { type: string; id?: string; outputs?: { cloudPassword?: Secret } }[] };
    };
    const addresses = deployment.resources.filter(({ type }) => type.endsWith(":CloudAddress"));
    return Object.fromEntries<string>(
      addresses.map(({ id, outputs }) => [
        id ?? "",
        JSON.parse(outputs?.cloudPassword?.plaintext ?? '""') as string,
      ]),
    );
  }

  private async pulumi(...args: string[]): Promise<string> {
    this.signal.throwIfAborted();
    const { PATH } = this.session.environment;
    const { exitCode, stdout, stderr } = await this.session.run(args, {
      cwd: this.folder,
      env: {
        PATH: [this.combination.runtime.nodeFolder, PATH].join(delimiter),
        ...(this.combination.form.compilerOptions === undefined && runAsJavaScript),
        VNC_CLOUD_ENDPOINT: this.emulator.endpoint,
        VNC_CLOUD_API_KEY: account.apiKey,
        VNC_CLOUD_API_SECRET: account.apiSecret,
      },
      signal: this.signal,
    });
    this.signal.throwIfAborted();
    if (exitCode !== 0) throw new Error(`pulumi ${args[0]} ended with code ${exitCode}:\n${stdout}${stderr}`);
    return stdout;
  }
}

interface Secret {
  readonly plaintext: string;
}
