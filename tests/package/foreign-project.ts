import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { packedPackage } from "../../tools/programs/packed-package";
import { repository } from "../../tools/repository";

const run = promisify(execFile);

interface Manifest {
  name: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/**
 * A project of somebody else, outside the repository, with the packed package installed in it. Beside the package it
 * has the dependencies that the package declares and nothing else, as links, so that no registry is needed.
 */
export class ForeignProject {
  private constructor(readonly folder: string) {}

  static async create(
    type: "commonjs" | "module",
    developmentDependencies: string[] = [],
  ): Promise<ForeignProject> {
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-foreign-"));
    const project = new ForeignProject(folder);
    await project.write("package.json", JSON.stringify({ name: "foreign", private: true, type }));
    const manifest = await project.install();
    const { dependencies, peerDependencies } = manifest;
    await project.link([
      ...Object.keys({ ...dependencies, ...peerDependencies }),
      ...developmentDependencies,
    ]);
    return project;
  }

  async write(file: string, text: string): Promise<void> {
    await writeFile(join(this.folder, file), text);
  }

  /** Copies a folder of programs/ into the project. */
  async copyPrograms(name: string): Promise<void> {
    await cp(join(__dirname, "programs", name), this.folder, { recursive: true });
  }

  /** Runs a program in the project's folder, and returns its standard output. */
  async run(command: string, ...programArguments: string[]): Promise<string> {
    const { stdout } = await run(command, programArguments, { cwd: this.folder });
    return stdout;
  }

  /** Runs Node.js in the project's folder, and returns what it printed, as JSON. */
  async node(...nodeArguments: string[]): Promise<unknown> {
    return JSON.parse(await this.run(process.execPath, ...nodeArguments));
  }

  /** The packages of which Node.js loads any code while it runs this code, CommonJS and ES modules alike. */
  async packagesLoadedBy(code: string): Promise<string[]> {
    const packages = new Set<string>();
    for (const url of await this.modulesLoadedBy(code)) {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
      if (name !== undefined) packages.add(name);
    }
    return [...packages].sort();
  }

  /** The files that Node.js loads while it runs this code, as URLs. */
  async modulesLoadedBy(code: string): Promise<string[]> {
    const coverage = await mkdtemp(join(this.folder, "coverage-"));
    const env = { ...process.env, NODE_V8_COVERAGE: coverage };
    await run(process.execPath, ["-e", code], { cwd: this.folder, env });
    const urls = new Set<string>();
    for (const file of await readdir(coverage)) {
      const { result } = JSON.parse(await readFile(join(coverage, file), "utf8")) as {
        result: { url: string }[];
      };
      for (const { url } of result) if (url.startsWith("file:")) urls.add(url);
    }
    return [...urls];
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async install(): Promise<Manifest> {
    const { tarball } = await packedPackage();
    const modules = join(this.folder, "node_modules");
    const target = join(modules, "pulumi-vnc-cloud");
    await mkdir(target, { recursive: true });
    await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", target]);
    const manifest = JSON.parse(await readFile(join(target, "package.json"), "utf8")) as Manifest;
    await mkdir(join(modules, ".bin"));
    for (const [name, file] of Object.entries(manifest.bin)) {
      await symlink(join("..", manifest.name, file), join(modules, ".bin", name));
    }
    return manifest;
  }

  private async link(names: string[]): Promise<void> {
    for (const name of names) {
      const place = join(this.folder, "node_modules", name);
      await mkdir(dirname(place), { recursive: true });
      await symlink(join(repository, "node_modules", name), place, "junction");
    }
  }
}
