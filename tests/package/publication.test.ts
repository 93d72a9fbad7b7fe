import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { packedPackage } from "../../tools/programs/packed-package";

describe("the packed package as publishers check it", () => {
  it("has no message from publint", async () => {
    const [{ publint }, { formatMessage }] = await Promise.all([import("publint"), import("publint/utils")]);
    const tarball = await readTarball();
    const { messages, pkg } = await publint({
      pack: { tarball: tarball.buffer },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).to.deep.equal([]);
  });

  it("has types for every entry point that are right under node16 and bundler resolution", async () => {
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const result = await checkPackage(createPackageFromTarballData(await readTarball()));
    if (!result.types) throw new Error("The package has no types.");
    // The resolution of TypeScript before 4.7 knows no subpath exports; no supported @pulumi/pulumi works with it.
    const problems = result.problems.filter(
      (problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"),
    );
    expect(problems).to.deep.equal([]);
    expect(Object.keys(result.entrypoints)).to.have.members([
      ".",
      "./client",
      "./emulator",
      "./package.json",
      "./provider",
    ]);
  });
});

async function readTarball(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile((await packedPackage()).tarball));
}
