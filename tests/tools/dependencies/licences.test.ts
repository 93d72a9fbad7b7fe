import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { licenceFaults } from "../../../tools/dependencies/licences";
import { repository } from "../../../tools/repository";

describe("the licences of dependencies", () => {
  let root: string;

  before(async () => (root = await mkdtemp(join(tmpdir(), "vnc-cloud-licences-"))));
  after(() => rm(root, { recursive: true }));

  async function install(packages: Record<string, { license?: unknown; dev?: true }>): Promise<void> {
    const lock: Record<string, { dev?: true }> = { "": {} };
    for (const [name, { license, dev }] of Object.entries(packages)) {
      const folder = join(root, "node_modules", name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", license }));
      lock[`node_modules/${name}`] = { ...(dev && { dev }) };
    }
    await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: lock }));
  }

  it("are permissive for all that is installed with this package", () => {
    expect(licenceFaults(repository)).to.deep.equal([]);
  });

  it("may leave a choice, of which one is permissive", async () => {
    await install({ a: { license: "MIT" }, b: { license: "(GPL-3.0-only OR Apache-2.0)" } });
    expect(licenceFaults(root)).to.deep.equal([]);
  });

  it("are told when they are not permissive, missing, or no expression of SPDX", async () => {
    await install({
      a: { license: "GPL-3.0-only" },
      b: {},
      c: { license: "SEE LICENSE IN FILE" },
      d: { license: "MIT AND GPL-2.0-only" },
    });
    expect(licenceFaults(root)).to.deep.equal([
      'a 1.0.0: "GPL-3.0-only"',
      "b 1.0.0: undefined",
      'c 1.0.0: "SEE LICENSE IN FILE"',
      'd 1.0.0: "MIT AND GPL-2.0-only"',
    ]);
  });

  it("do not matter for what only the development of this package needs", async () => {
    await install({ a: { license: "GPL-3.0-only", dev: true } });
    expect(licenceFaults(root)).to.deep.equal([]);
  });
});
