import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator, type Emulator, type JournalEntry } from "../../../emulator";
import { canary } from "../../support/provider-fixture";
import { formsOf } from "../../support/secret-forms";
import type { ProcessResult, PulumiSession } from "../../../tools/engine";
import { runProcess } from "../../../tools/engine/process/run-process";
import { copyClean, copyExample } from "../../../tools/programs/copy-example";
import { runAsJavaScript } from "../../../tools/programs/run-as-javascript";
import { repository } from "../../../tools/repository";
import { startSession } from "./pulumi";

/** What one run of the engine did. */
export interface Run extends ProcessResult {
  /** Operation by resource name, without `same` and without the stack itself. */
  readonly operations: Readonly<Record<string, string>>;
  /** The operations that were done whole: `update viewer`. */
  readonly completed: readonly string[];
  /** What went wrong, by resource name. */
  readonly failures: Readonly<Record<string, string>>;
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
  /** It was replaced, and is still to be deleted. */
  readonly delete?: boolean;
}

/** What a stack's export has of a deployment. */
export interface Deployment {
  readonly resources?: StateResource[];
  /** What the engine had begun when it was ended. */
  readonly pending_operations?: { readonly type: string; readonly resource: StateResource }[];
}

/**
 * What a stack runs: the text of a CommonJS program, an example as a person who copied it has it, or an example as a
 * clone of this repository runs it from the root.
 */
export type Program = string | { readonly example: string; readonly inClone?: boolean };

const writes = new Set(["create", "change", "reset", "delete"]);

/**
 * A stack that the real engine manages on an emulator of its own, in folders of its own. The program resolves this
 * package as an installed one.
 */
export class Stack {
  /** All that any run printed, for the search for secrets. */
  private printed = "";
  private readonly secrets = new Set([canary.apiKey, canary.apiSecret]);
  /** Files that have secrets on purpose. */
  private readonly secretFiles = new Set<string>();
  private runs = 0;

  private constructor(
    readonly emulator: Emulator,
    readonly folder: string,
    private readonly session: PulumiSession,
    /** Variables of every command; a test may change them between runs. */
    readonly environment: Record<string, string | undefined>,
  ) {}

  static async create(
    program: Program,
    options: {
      readonly emulator?: Emulator;
      readonly environment?: NodeJS.ProcessEnv;
      readonly name?: string;
      /** Another stack, whose service and whose states this one shares, so that each can refer to the other. */
      readonly beside?: Stack;
    } = {},
  ): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-stack-"));
    const { beside } = options;
    const emulator = options.emulator ?? beside?.emulator ?? (await startEmulator({ accounts: [canary] }));
    const stack = new Stack(emulator, folder, beside?.session ?? (await startSession()), {
      // Lets every command write its events to a file.
      PULUMI_DEBUG_COMMANDS: "true",
      VNC_CLOUD_ENDPOINT: emulator.endpoint,
      VNC_CLOUD_API_KEY: canary.apiKey,
      VNC_CLOUD_API_SECRET: canary.apiSecret,
      ...(typeof program === "string" && runAsJavaScript),
      ...options.environment,
    });
    await mkdir(stack.program);
    if (typeof program === "string") {
      await symlink(join(repository, "node_modules"), join(folder, "node_modules"));
      await writeFile(
        join(stack.program, "Pulumi.yaml"),
        `name: ${options.name ?? "test"}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`,
      );
      await writeFile(join(stack.program, "package.json"), '{ "main": "index.js" }');
      await stack.write(program);
    } else if (program.inClone) {
      const example = join("examples", program.example);
      for (const file of ["Pulumi.yaml", "package.json"])
        await cp(join(repository, file), join(stack.program, file));
      await copyClean(join(repository, example), join(stack.program, example));
      await symlink(join(repository, "node_modules"), join(stack.program, "node_modules"));
    } else {
      await copyExample(program.example, stack.program);
    }
    await stack.pulumi("stack", "init", "dev");
    return stack;
  }

  /** The folder of the program. */
  get program(): string {
    return join(this.folder, "program");
  }

  /**
   * Replaces the program. The prelude gives it `CloudAddress` and the rest of the package, and `pulumi` if it has a use
   * for it: that loads TypeScript, as the whole of Pulumi's SDK does.
   */
  async write(program: string): Promise<void> {
    const prelude = [
      '"use strict";',
      ...(program.includes("pulumi.") ? ['const pulumi = require("@pulumi/pulumi");'] : []),
      'const vnc = require("pulumi-vnc-cloud"); const { CloudAddress } = vnc;',
    ];
    await writeFile(join(this.program, "index.js"), [...prelude, program, ""].join("\n"));
  }

  /** Replaces a text in a file of an example. */
  async edit(file: string, before: string, after: string): Promise<void> {
    const path = join(this.program, file);
    const text = await readFile(path, "utf8");
    expect(text).to.contain(before);
    await writeFile(path, text.replace(before, after));
  }

  /** Something else in which no secret may be. */
  print(text: string): void {
    this.printed += text;
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
      completed: completedOf(events),
      failures: failuresOf(events),
      requests: this.emulator.journal().filter(({ sequence }) => sequence > from),
    };
  }

  /** Runs a script of bash in the program's folder, as a CI system does, with Pulumi and this package's command at hand. */
  async shell(script: string, environment: NodeJS.ProcessEnv = {}): Promise<ProcessResult> {
    const env = {
      ...this.session.environment,
      ...this.environment,
      npm_config_offline: "true",
      ...environment,
    };
    const result = await runProcess("bash", ["-eo", "pipefail", "-c", script], { cwd: this.program, env });
    this.printed += result.stdout + result.stderr;
    return result;
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

  /** All stack outputs, with secrets as "[secret]". */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.pulumi("stack", "output", "--json");
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** The exported state with its secrets in the clear; not part of what is searched for secrets. */
  async deployment(): Promise<Deployment> {
    const { stdout, stderr, exitCode } = await this.quietly("stack", "export", "--show-secrets");
    expect(exitCode, `stack export: ${stderr}`).to.equal(0);
    const { deployment } = JSON.parse(stdout) as { deployment: Deployment };
    for (const { outputs } of deployment.resources ?? []) {
      const password = passwordOf(outputs);
      if (password !== undefined) this.secrets.add(password);
    }
    return deployment;
  }

  /** The passwords in the state, in the clear, by name. */
  async passwords(): Promise<Record<string, string>> {
    const { resources = [] } = await this.deployment();
    const addresses = resources.filter(({ type }) => type.endsWith(":CloudAddress"));
    const named = addresses.map(({ urn, outputs }) => [nameOf(urn), passwordOf(outputs)] as const);
    return Object.fromEntries(named.filter(([, password]) => password !== undefined)) as Record<
      string,
      string
    >;
  }

  /**
   * What has to hold after every scenario: another `up` asks the service for nothing and changes nothing, the service
   * holds exactly what the state says, every password of the state is the valid one, every write so far was safe, and no
   * secret was printed or stored in the clear.
   */
  async expectSettled(): Promise<void> {
    const again = await this.up();
    expect(again.requests).to.deep.equal([]);
    expect(again.operations).to.deep.equal({});
    const state = await this.state();
    expect(this.held()).to.deep.equal(explainedBy(Object.values(state)));
    const passwords = await this.passwords();
    for (const [name, password] of Object.entries(passwords)) {
      expect(this.emulator.verifyPassword(state[name]?.id as string, password), name).to.equal(true);
    }
    this.expectSafeWrites();
    await this.expectNoSecrets();
  }

  /** Every write of Pulumi so far but a create named one quoted version, and every PUT sent the whole entity. */
  expectSafeWrites(): void {
    const sent = this.emulator
      .journal()
      .filter(({ userAgent }) => userAgent?.startsWith("pulumi-vnc-cloud/"));
    for (const { operation, ifMatch, cloudAddress, body } of sent) {
      if (operation === "create" || !writes.has(operation)) continue;
      expect(ifMatch, operation).to.match(/^"[^"]+"$/);
      if (operation !== "change") continue;
      const { allowedActions, ...entity } = body as { allowedActions: string[] };
      expect(entity).to.include({ cloudAddress });
      expect(allowedActions).to.have.length(1);
    }
  }

  /**
   * No secret that was ever known, in any form, in what was printed, in any file of the engine (its home, its states and
   * their history, its temporary files) or of the program, but those that have secrets on purpose, or in the emulator's
   * journal.
   */
  async expectNoSecrets(): Promise<void> {
    const places = {
      printed: this.printed,
      "the engine's files": await textsBelow(this.session.folder),
      "the program's folder": await textsBelow(this.folder, this.secretFiles),
      "the emulator's journal": JSON.stringify(this.emulator.journal()),
    };
    for (const form of [...this.secrets].flatMap(formsOf)) {
      for (const [place, text] of Object.entries(places))
        expect(lineWith(text, form), place).to.equal(undefined);
    }
  }

  /** A file of the program's folder that has secrets on purpose. */
  allowSecretsIn(file: string): void {
    this.secretFiles.add(join(this.program, file));
  }

  /** Another secret that is to be nowhere. */
  addSecret(secret: string): void {
    this.secrets.add(secret);
  }

  /** What the service holds, by address, in the terms of the arguments. */
  private held(): Record<string, unknown> {
    return Object.fromEntries(
      this.emulator
        .snapshot()
        .addresses.map(({ cloudAddress, allowedActions, groups, accessControl }) => [
          cloudAddress,
          inOrder({ action: allowedActions.join(), groups, accessControl }),
        ]),
    );
  }

  /** Destroys what is left and removes every trace. */
  async dispose(): Promise<void> {
    await this.emulator.close();
    await this.session.dispose();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every file below a folder, not through links, but those left out. */
async function textsBelow(folder: string, leftOut: ReadonlySet<string> = new Set()): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    files.filter((file) => !leftOut.has(file)).map((file) => readFile(file, "utf8").catch(() => "")),
  );
  return texts.join("\n");
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

/** What a run asked for about some addresses: `change 412 details 200`. */
export function answersFor({ requests }: Run, ...addresses: readonly (string | undefined)[]): string {
  return requests
    .filter(({ cloudAddress }) => cloudAddress !== undefined && addresses.includes(cloudAddress))
    .map(({ operation, status }) => `${operation} ${status}`)
    .join(" ");
}

/** What a state says that the service holds, by address. */
function explainedBy(resources: readonly StateResource[]): Record<string, unknown> {
  return Object.fromEntries(
    resources.map(({ id = "", outputs }) => {
      const { action, groups, accessControl, __ownership: marker } = outputs as Record<string, unknown>;
      return [id, inOrder(marked({ action, groups, accessControl }, marker))];
    }),
  );
}

/** Characteristics as the service has them of an address with an ownership marker, which is one group more. */
function marked(characteristics: Record<string, unknown>, marker: unknown): object {
  if (marker === undefined) return characteristics;
  const { action, groups, accessControl } = characteristics;
  const withMarker = (members: unknown): unknown[] => [...((members ?? []) as unknown[]), marker];
  if (action === "connect") return { ...characteristics, groups: withMarker(groups) };
  const { groups: admitted, ...rest } = accessControl as Record<string, unknown>;
  return { ...characteristics, accessControl: { ...rest, groups: withMarker(admitted) } };
}

/** The same with its sets in alphabetical order, for their order means nothing, and without what is undefined. */
function inOrder(value: object): unknown {
  const text = JSON.stringify(value, (_name, member: unknown) =>
    Array.isArray(member) ? [...(member as string[])].sort() : member,
  );
  return JSON.parse(text) as unknown;
}

function lineWith(text: string, secret: string): string | undefined {
  return text.split("\n").find((line) => line.includes(secret));
}

/** The password in outputs that were exported in the clear. */
export function passwordOf(outputs: Record<string, unknown> = {}): string | undefined {
  const shown = outputs["cloudPassword"] as { plaintext: string } | string | undefined;
  // A password that is stored in the clear is no envelope, and is then found by the search.
  return typeof shown === "object" ? (JSON.parse(shown.plaintext) as string) : shown;
}

export function nameOf(urn: string): string {
  return urn.split("::").at(-1) as string;
}

function failuresOf(events: string): Record<string, string> {
  const failures: Record<string, string> = {};
  for (const line of events.split("\n").filter((text) => text !== "")) {
    const { diagnosticEvent: event } = eventOf(line);
    if (event?.severity !== "error" || event.urn === undefined) continue;
    const name = nameOf(event.urn);
    failures[name] = (failures[name] ?? "") + event.message;
  }
  return failures;
}

interface EngineEvent {
  readonly resourcePreEvent?: { metadata: StepMetadata };
  readonly resOutputsEvent?: { metadata: StepMetadata };
  readonly diagnosticEvent?: { severity: string; urn?: string; message: string };
}

interface StepMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
}

function operationsOf(events: string): Record<string, string> {
  const operations: Record<string, string> = {};
  for (const { op, urn } of stepsOf(events, ({ resourcePreEvent }) => resourcePreEvent?.metadata)) {
    const name = nameOf(urn);
    operations[name] = operations[name] === undefined ? op : `${operations[name]} ${op}`;
  }
  return operations;
}

function completedOf(events: string): string[] {
  const steps = stepsOf(events, ({ resOutputsEvent }) => resOutputsEvent?.metadata);
  return steps.map(({ op, urn }) => `${op} ${nameOf(urn)}`);
}

function stepsOf(
  events: string,
  metadataOf: (event: EngineEvent) => StepMetadata | undefined,
): StepMetadata[] {
  return events.split("\n").flatMap((line) => {
    const metadata = line === "" ? undefined : metadataOf(eventOf(line));
    if (metadata === undefined || metadata.type.startsWith("pulumi:")) return [];
    return ["same", "refresh", "read"].includes(metadata.op) ? [] : [metadata];
  });
}

/** The last line of a run that was killed may be cut. */
function eventOf(line: string): EngineEvent {
  try {
    return JSON.parse(line) as EngineEvent;
  } catch {
    return {};
  }
}
