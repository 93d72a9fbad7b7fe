import { expect } from "chai";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "../../../tools/engine/process/run-process";
import { programForms, writeProgram, writeProject } from "../../../tools/versions/combinations/program-form";

const here = process.version.slice(1);

describe("a program that is tried", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "vnc-cloud-forms-"));
    await writeModule("@pulumi/pulumi", '"version": "1.2.3"', "");
    await writeModule("pulumi-vnc-cloud", '"main": "index.js"', "exports.CloudAddress = class {};");
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const form of programForms.filter(({ main }) => main.endsWith(".js"))) {
    for (const [versions, outcome] of [
      [{ node: here, pulumi: "1.2.3" }, "runs on what it is meant for"],
      [{ node: "20.19.99", pulumi: "1.2.3" }, "stops under another Node.js"],
      [{ node: here, pulumi: "1.2.4" }, "stops with another SDK"],
    ] as const) {
      it(`${outcome} (${form.name})`, async () => {
        const project = join(folder, form.type);
        await writeProject(form, project);
        await writeProgram(form, project, 'console.log("ran", typeof CloudAddress);', versions);
        const result = await runProcess(process.execPath, [join(project, form.main)], { env: process.env });
        if (outcome.startsWith("runs")) {
          expect(result).to.deep.equal({ exitCode: 0, stdout: "ran function\n", stderr: "" });
        } else {
          expect(result.exitCode).to.equal(1);
          expect(result.stdout).to.equal("");
          expect(result.stderr).to.contain(
            `The program runs on Node.js ${process.version} with @pulumi/pulumi 1.2.3`,
          );
        }
      });
    }
  }

  async function writeModule(name: string, manifest: string, code: string): Promise<void> {
    const place = join(folder, "node_modules", name);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, "package.json"), `{ "name": "${name}", ${manifest} }`);
    await writeFile(join(place, "index.js"), code);
  }
});
