import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A way to write a Pulumi program: what people have in the folder of one. */
export interface ProgramForm {
  readonly name: string;
  /** The name of the program's file. */
  readonly main: string;
  readonly type: "commonjs" | "module";
  /** What stands before a program, which is the same in every form: it imports `vnc` and `pulumiVersion`. */
  readonly prelude: string;
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

const esmPrelude = `
import { createRequire } from "node:module";
import * as vnc from "pulumi-vnc-cloud";
const pulumiVersion = createRequire(import.meta.url)("@pulumi/pulumi/package.json").version;`;
const strict = { target: "es2022", strict: true };

/** The forms that Pulumi's documentation knows; the settings of TypeScript are those of its templates. */
export const programForms: readonly ProgramForm[] = [
  {
    name: "CommonJS",
    main: "index.js",
    type: "commonjs",
    prelude: `
const vnc = require("pulumi-vnc-cloud");
const pulumiVersion = require("@pulumi/pulumi/package.json").version;`,
  },
  { name: "ES modules", main: "index.js", type: "module", prelude: esmPrelude },
  {
    name: "TypeScript",
    main: "index.ts",
    type: "commonjs",
    prelude: `
import * as vnc from "pulumi-vnc-cloud";
const pulumiVersion = require("@pulumi/pulumi/package.json").version;`,
    compilerOptions: { ...strict, module: "commonjs", moduleResolution: "node" },
  },
  {
    name: "TypeScript, ES modules",
    main: "index.ts",
    type: "module",
    prelude: esmPrelude,
    compilerOptions: { ...strict, module: "node16", moduleResolution: "node16" },
  },
];

/** Makes a folder a Pulumi project with programs of this form, whose name is `upgrade`, as in every recorded state. */
export async function writeProject(form: ProgramForm, folder: string): Promise<void> {
  const { main, type, compilerOptions } = form;
  await mkdir(folder, { recursive: true });
  const options = compilerOptions === undefined ? "\n  options:\n    typescript: false" : "";
  const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text);
  await write("Pulumi.yaml", `name: upgrade\nruntime:\n  name: nodejs${options}\n`);
  await write("package.json", JSON.stringify({ name: "upgrade", private: true, main, type }));
  if (compilerOptions) await write("tsconfig.json", JSON.stringify({ compilerOptions, files: [main] }));
}

/** Writes the program, which stops when it does not run on what it should. */
export async function writeProgram(
  { main, prelude }: ProgramForm,
  folder: string,
  program: string,
  versions: { readonly node: string; readonly pulumi: string },
): Promise<void> {
  const expected = JSON.stringify([`v${versions.node}`, versions.pulumi]);
  const guard = `
if (JSON.stringify([process.version, pulumiVersion]) !== ${JSON.stringify(expected)})
  throw new Error("The program runs on Node.js " + process.version + " with @pulumi/pulumi " + pulumiVersion);`;
  await writeFile(
    join(folder, main),
    `${prelude}\nconst { CloudAddress } = vnc;\n${guard}\n${program}\n`.trimStart(),
  );
}
