import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { startEmulator, type Emulator, type JournalEntry } from "../../../emulator";
import { canary } from "../../support/provider-fixture";
import type { ProcessResult, PulumiSession } from "../../../tools/engine";
import { startSession } from "./pulumi";

/** What one run of the engine did. */
export interface Run extends ProcessResult {
  /** Operation by resource name, without `same` and without the stack itself. */
  readonly operations: Readonly<Record<string, string>>;
  /** What the service was asked meanwhile. */
  readonly requests: readonly JournalEntry[];
}

/** One resource of an exported state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly initErrors?: string[];
}

const repository = resolve(__dirname, "../../..");
const writes = new Set(["create", "change", "reset", "delete"]);

/**
 * A stack that the real engine manages on an emulator of its own, in folders of its own. The program resolves this
 * package as an installed one.
 */
export class Stack {
  /** All that any run printed, for the search for secrets. */
  private printed = "";
  private runs = 0;

  private constructor(
    readonly emulator: Emulator,
    readonly folder: string,
    private readonly session: PulumiSession,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param program Text of a CommonJS program, or the folder of an example.
   */
  static async create(
    program: string | { readonly example: string },
    options: {
      readonly emulator?: Emulator;
      readonly environment?: NodeJS.ProcessEnv;
      readonly name?: string;
    } = {},
  ): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-stack-"));
    const emulator = options.emulator ?? (await startEmulator({ accounts: [canary] }));
    const stack = new Stack(emulator, folder, await startSession(), {
      // Lets every command write its events to a file.
      PULUMI_DEBUG_COMMANDS: "true",
      VNC_CLOUD_ENDPOINT: emulator.endpoint,
      VNC_CLOUD_API_KEY: canary.apiKey,
      VNC_CLOUD_API_SECRET: canary.apiSecret,
      ...options.environment,
    });
    await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
    await mkdir(stack.program);
    if (typeof program === "string") {
      await writeFile(
        join(stack.program, "Pulumi.yaml"),
        `name: ${options.name ?? "test"}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`,
      );
      await writeFile(join(stack.program, "package.json"), '{ "main": "index.js" }');
      await stack.write(program);
    } else {
      await cp(join(repository, "examples", program.example), stack.program, { recursive: true });
    }
    await stack.pulumi("stack", "init", "dev");
    return stack;
  }

  /** The folder of the program. */
  get program(): string {
    return join(this.folder, "program");
  }

  /** Replaces the program. The prelude gives it `CloudAddress` and the rest of the package, and `pulumi`. */
  async write(program: string): Promise<void> {
    const prelude =
      'const pulumi = require("@pulumi/pulumi"); const vnc = require("pulumi-vnc-cloud"); const { CloudAddress } = vnc;';
    await writeFile(join(this.program, "index.js"), `"use strict";\n${prelude}\n${program}\n`);
  }

  /** Replaces a text in a file of an example. */
  async edit(file: string, before: string, after: string): Promise<void> {
    const path = join(this.program, file);
    const text = await readFile(path, "utf8");
    expect(text).to.contain(before);
    await writeFile(path, text.replace(before, after));
  }

  /** Any command of the CLI. */
  async pulumi(...args: string[]): Promise<ProcessResult> {
    const result = await this.quietly(...args);
    this.printed += result.stdout + result.stderr;
    return result;
  }

  up = (...args: string[]): Promise<Run> => this.run("up", "--yes", "--skip-preview", ...args);
  preview = (...args: string[]): Promise<Run> => this.run("preview", ...args);
  refresh = (...args: string[]): Promise<Run> => this.run("refresh", "--yes", "--skip-preview", ...args);
  destroy = (...args: string[]): Promise<Run> => this.run("destroy", "--yes", "--skip-preview", ...args);

  /** A run that has to succeed. */
  async run(command: string, ...args: string[]): Promise<Run> {
    const result = await this.attempt(command, ...args);
    expect(result.exitCode, result.stdout + result.stderr).to.equal(0);
    return result;
  }

  /** A run that may fail. */
  async attempt(command: string, ...args: string[]): Promise<Run> {
    const from = this.emulator.journal().at(-1)?.sequence ?? 0;
    this.runs += 1;
    const log = join(this.folder, `events-${this.runs}.json`);
    const result = await this.pulumi(command, ...args, "--event-log", log);
    const events = await readFile(log, "utf8").catch(() => "");
    this.printed += events;
    return {
      ...result,
      operations: operationsOf(events),
      requests: this.emulator.journal().filter(({ sequence }) => sequence > from),
    };
  }

  /** The cloud addresses in the state, by name. */
  async state(): Promise<Record<string, StateResource & { id: string; outputs: Record<string, unknown> }>> {
    const { stdout } = await this.pulumi("stack", "export");
    const { deployment } = JSON.parse(stdout) as { deployment: { resources?: StateResource[] } };
    const addresses = (deployment.resources ?? []).filter(({ type }) => type.endsWith(":CloudAddress"));
    return Object.fromEntries(addresses.map((resource) => [nameOf(resource.urn), resource])) as never;
  }

  /** A command whose output may hold secrets and is not searched for them. */
  private quietly(...args: string[]): Promise<ProcessResult> {
    return this.session.run(args, { cwd: this.program, env: this.environment });
  }

  /** A stack output, secrets in the clear. */
  async output(name: string): Promise<unknown> {
    const { stdout } = await this.quietly("stack", "output", name, "--show-secrets", "--json");
    return JSON.parse(stdout);
  }

  /** Secret outputs of an address, in the clear; not part of what is searched for secrets. */
  async passwords(): Promise<Record<string, string>> {
    const { stdout } = await this.quietly("stack", "export", "--show-secrets");
    const { deployment } = JSON.parse(stdout) as { deployment: { resources?: StateResource[] } };
    const passwords: Record<string, string> = {};
    for (const { type, urn, outputs } of deployment.resources ?? []) {
      const envelope = outputs?.cloudPassword as { plaintext?: string } | undefined;
      if (!type.endsWith(":CloudAddress") || envelope?.plaintext === undefined) continue;
      passwords[nameOf(urn)] = JSON.parse(envelope.plaintext) as string;
    }
    return passwords;
  }

  /**
   * What has to hold after every scenario: another `up` sends no write and changes nothing, the service holds exactly
   * what the state explains, every password of the state is the valid one, and no secret was printed or stored in the
   * clear.
   */
  async expectSettled(): Promise<void> {
    const again = await this.up();
    expect(writesOf(again)).to.deep.equal([]);
    expect(again.operations).to.deep.equal({});
    const state = await this.state();
    const explained = Object.values(state).map(({ id }) => id);
    const held = this.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
    expect(held).to.have.members(explained);
    const passwords = await this.passwords();
    for (const [name, password] of Object.entries(passwords)) {
      expect(this.emulator.verifyPassword(state[name]?.id as string, password), name).to.equal(true);
    }
    await this.expectNoSecrets(Object.values(passwords));
  }

  /** No secret in what was printed, in the event logs, or in the stored state. */
  async expectNoSecrets(passwords: readonly string[]): Promise<void> {
    const { stdout } = await this.pulumi("stack", "export");
    for (const secret of [canary.apiSecret, ...passwords]) {
      expect(lineWith(this.printed, secret), "printed").to.equal(undefined);
      expect(lineWith(stdout, secret), "state").to.equal(undefined);
    }
  }

  /** Destroys what is left and removes every trace. */
  async dispose(): Promise<void> {
    await this.emulator.close();
    await this.session.dispose();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The writes among the requests of a run. */
export function writesOf({ requests }: Run): string[] {
  return requests.filter(({ operation }) => writes.has(operation)).map(({ operation }) => operation);
}

/** The requests of a run by operation: `{ create: 2, ready: 2 }`. */
export function countsOf({ requests }: Run): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of requests) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

function lineWith(text: string, secret: string): string | undefined {
  return text.split("\n").find((line) => line.includes(secret));
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) as string;
}

function operationsOf(events: string): Record<string, string> {
  const operations: Record<string, string> = {};
  for (const line of events.split("\n").filter((text) => text !== "")) {
    const event = JSON.parse(line) as {
      resourcePreEvent?: { metadata: { op: string; urn: string; type: string } };
    };
    const metadata = event.resourcePreEvent?.metadata;
    if (metadata === undefined || metadata.type.startsWith("pulumi:")) continue;
    if (["same", "refresh", "read"].includes(metadata.op)) continue;
    const name = nameOf(metadata.urn);
    operations[name] = operations[name] === undefined ? metadata.op : `${operations[name]} ${metadata.op}`;
  }
  return operations;
}
