import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packedPackage } from "../../programs/packed-package";
import { runProcess } from "../../engine/process/run-process";
import type { Runtime, RuntimeChoice } from "../combinations/runtime";

/** What the project of a TypeScript program has beside the SDK. */
const typescriptPackages = ["@types/node@20", "ts-node@10", "typescript@5"];

/** A folder apart from the repository, in which npm installs from its registry what the programs run on. */
export class Workspace {
  private readonly installed = new Map<string, Promise<string>>();

  private constructor(
    readonly folder: string,
    private readonly signal: AbortSignal,
  ) {}

  static async create(signal: AbortSignal): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), "vnc-cloud-versions-")), signal);
  }

  /** @throws when npm does not have it, with what npm says. */
  async install(choice: RuntimeChoice): Promise<Runtime> {
    const { tarball } = await packedPackage();
    const nodeModules = await this.once(`node@${choice.node}`);
    const folder = await this.once(`@pulumi/pulumi@${choice.pulumi}`, tarball, ...typescriptPackages);
    return {
      node: await versionOf("node", nodeModules),
      pulumi: await versionOf("@pulumi/pulumi", folder),
      nodeFolder: join(nodeModules, "node_modules", "node", "bin"),
      folder,
    };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** @returns the folder in which the packages are installed: one for each first package. */
  private once(name: string, ...others: string[]): Promise<string> {
    const running = this.installed.get(name) ?? this.npmInstall([name, ...others]);
    this.installed.set(name, running);
    return running;
  }

  private async npmInstall(packages: string[]): Promise<string> {
    const folder = join(this.folder, `packages-${this.installed.size}`);
    await mkdir(folder);
    await writeFile(join(folder, "package.json"), '{ "private": true }');
    const install = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
    const { exitCode, stderr } = await runProcess("npm", install, {
      cwd: folder,
      env: process.env,
      signal: this.signal,
    });
    this.signal.throwIfAborted();
    if (exitCode !== 0)
      throw new Error(
        `npm could not install ${packages.join(", ")}: ${stderr.trim()}. It needs its registry.`,
      );
    return folder;
  }
}

async function versionOf(name: string, folder: string): Promise<string> {
  const text = await readFile(join(folder, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
