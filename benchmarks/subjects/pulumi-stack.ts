import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PulumiSession, type Engine } from "../../tools/engine";
import { runAsJavaScript } from "../../tools/programs/run-as-javascript";
import { repository } from "../../tools/repository";
import { measureRun } from "../machine/measured-run";
import type { Service } from "../service/service";
import { wantedAfter, type Step } from "../workload/step";
import { parallel, type Subject, type Usage } from "./subject";

/** The programs, by subject. */
type ProgramName = "ours" | "floor" | "naive";

const project = "benchmark";
const stack = "dev";
const programs = join(__dirname, "programs");

const commands: Readonly<Record<Step, readonly string[]>> = {
  create: ["up", "--yes", "--skip-preview"],
  "no-op preview": ["preview"],
  "no-op up": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  "change one field": ["up", "--yes", "--skip-preview"],
  "rotate passwords": ["up", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

/** How a program is run, other than the usual way. */
export interface StackOptions {
  /** The file of the program. Default: that of the subject, plain JavaScript. A TypeScript file is run by ts-node. */
  readonly main?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A stack of the real engine with one of the programs, in folders of its own. */
export class PulumiStack implements Subject {
  private constructor(
    readonly name: ProgramName,
    private readonly session: PulumiSession,
    private readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async create(
    name: ProgramName,
    engine: Engine,
    service: Service,
    count: number,
    options: StackOptions = {},
  ): Promise<PulumiStack> {
    const { main = `${name}.cjs`, environment } = options;
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-benchmark-"));
    await installDependencies(join(folder, "node_modules"));
    await cp(programs, folder, { recursive: true });
    await writeFile(join(folder, "Pulumi.yaml"), `name: ${project}\nruntime: nodejs\n`);
    await writeFile(join(folder, "package.json"), JSON.stringify({ main }));
    const subject = new PulumiStack(name, await PulumiSession.start(engine), folder, {
      ...service.environment,
      ...(main.endsWith(".cjs") && runAsJavaScript),
      BENCHMARK_COUNT: String(count),
      ...environment,
    });
    await subject.pulumi(["stack", "init", stack]);
    return subject;
  }

  /** The NODE_OPTIONS of its processes. */
  get nodeOptions(): string {
    return this.environment["NODE_OPTIONS"] ?? "";
  }

  /** @param variables Environment for this step alone. */
  async run(step: Step, variables: Readonly<Record<string, string>> = {}): Promise<Usage> {
    const { group, passwordVersion } = wantedAfter(step);
    const run = await measureRun(() =>
      this.pulumi([...commands[step], "--parallel", String(parallel)], {
        BENCHMARK_GROUP: group,
        BENCHMARK_PASSWORD_VERSION: passwordVersion,
        ...variables,
      }),
    );
    return {
      seconds: run.seconds,
      cpuSeconds: run.cpuSeconds,
      programMemory: run.peakMemory((command) => command.includes("/cmd/run")),
      providerMemory: run.peakMemory((command) => command.includes("/cmd/dynamic-provider")),
      stateBytes: (await stat(this.stateFile).catch(() => undefined))?.size,
    };
  }

  /** The stored state. */
  async state(): Promise<string> {
    return readFile(this.stateFile, "utf8");
  }

  /** Runs a command that has to succeed, with more variables. */
  async pulumi(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<void> {
    const env = { ...this.environment, ...variables };
    const { exitCode, stdout, stderr } = await this.session.run(words, { cwd: this.folder, env });
    if (exitCode === 0) return;
    throw new Error(
      `\`pulumi ${words.join(" ")}\` of "${this.name}" ended with code ${exitCode}.\n${stdout}${stderr}`,
    );
  }

  async dispose(): Promise<void> {
    await this.session.dispose();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private get stateFile(): string {
    const root = fileURLToPath(this.session.environment["PULUMI_BACKEND_URL"] as string);
    return join(root, ".pulumi", "stacks", project, `${stack}.json`);
  }
}

/**
 * Gives the program what `npm install` would. The packages are linked one by one: the repository's own `node_modules`
 * has a link to the repository in it, and a language host that walks all it finds there goes round in circles.
 */
async function installDependencies(nodeModules: string): Promise<void> {
  await mkdir(join(nodeModules, "pulumi-vnc-cloud"), { recursive: true });
  for (const name of ["@pulumi/pulumi", "@types/node", "ts-node", "typescript"]) {
    await link(join(repository, "node_modules", name), join(nodeModules, name));
  }
  await cp(join(repository, "package.json"), join(nodeModules, "pulumi-vnc-cloud", "package.json"));
  await link(join(repository, "dist"), join(nodeModules, "pulumi-vnc-cloud", "dist"));
}

async function link(target: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await symlink(target, place, "junction");
}
