import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { repository } from "./repository";

const programFile = "index.ts";

/** Lines of the program before and after an edit. */
export interface ProgramEdit {
  readonly file: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A copy of examples/quickstart, in a folder of its own, that can be edited and run. */
export class Quickstart {
  private constructor(readonly folder: string) {}

  static async copy(): Promise<Quickstart> {
    const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-demo-"));
    await cp(join(repository, "examples", "quickstart"), folder, {
      recursive: true,
      filter: (source) => basename(source) !== "node_modules",
    });
    await installDependencies(join(folder, "node_modules"));
    return new Quickstart(folder);
  }

  read(): Promise<string> {
    return readFile(join(this.folder, programFile), "utf8");
  }

  /** Replaces a text that stands in the program once, and says which lines became which. */
  async edit(before: string, after: string): Promise<ProgramEdit> {
    const program = await this.read();
    if (program.split(before).length !== 2) {
      throw new Error(
        `examples/quickstart/${programFile} has to have the text once that the demo edits: ${before}`,
      );
    }
    const edited = program.replace(before, () => after);
    await writeFile(join(this.folder, programFile), edited);
    return { file: programFile, removed: linesOnlyIn(program, edited), added: linesOnlyIn(edited, program) };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Gives the program what `npm install` would: this package and what it is used with. They are linked one by one, for
 * the repository's own `node_modules` has a link to the repository in it, and older language hosts of the engine, which
 * walk all that they find there, go round in that circle for many seconds.
 */
async function installDependencies(nodeModules: string): Promise<void> {
  for (const name of ["@pulumi/pulumi", "@types/node", "ts-node", "typescript"]) {
    await mkdir(dirname(join(nodeModules, name)), { recursive: true });
    await symlink(join(repository, "node_modules", name), join(nodeModules, name), "junction");
  }
  const ourselves = join(nodeModules, "pulumi-vnc-cloud");
  await mkdir(ourselves);
  await cp(join(repository, "package.json"), join(ourselves, "package.json"));
  await symlink(join(repository, "dist"), join(ourselves, "dist"), "junction");
}

function linesOnlyIn(text: string, other: string): string[] {
  const others = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !others.has(line));
}
