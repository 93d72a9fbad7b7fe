import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyExample } from "../../programs/copy-example";

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
    await copyExample("quickstart", folder);
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

function linesOnlyIn(text: string, other: string): string[] {
  const others = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !others.has(line));
}
