import { mkdir, symlink } from "node:fs/promises";
import { delimiter, dirname } from "node:path";
import { expect } from "chai";
import { engineOnPath } from "../../../tools/engine/finding/engine-on-path";
import { fakeInstallation, type FakeInstallation } from "./fake-installation";
import { useTemporaryFolder } from "./temporary-folder";

describe("the engine on PATH", () => {
  const inFolder = useTemporaryFolder();

  const usable: Record<string, FakeInstallation> = {
    "the version that is made otherwise": {},
    "the oldest accepted version": { version: "v3.254.0" },
    "a newer version": { version: "v3.999.1" },
    "a version without the letter v": { version: "3.255.0" },
  };
  for (const [name, installation] of Object.entries(usable)) {
    it(`is used if it is ${name}`, async () => {
      const root = await fakeInstallation(inFolder("pulumi"), installation);
      const found = await engineOnPath([inFolder("empty"), `${root}/bin`].join(delimiter));
      expect(found).to.deep.equal({
        engine: {
          root,
          version: (installation.version ?? "v3.255.0").replace("v", ""),
          pulumi: `${root}/bin/pulumi`,
          path: [`${root}/bin`],
        },
      });
    });
  }

  const unusable: Record<string, { installation: FakeInstallation; fault: RegExp }> = {
    "is older than needed": {
      installation: { version: "v3.253.9" },
      fault: /is version 3\.253\.9, and >=3\.254\.0/,
    },
    "is a pre-release of what is needed": {
      installation: { version: "v3.254.0-alpha.1" },
      fault: /is version 3\.254\.0-alpha\.1/,
    },
    "is of another major version": { installation: { version: "v4.0.0" }, fault: /is version 4\.0\.0/ },
    "says no version": { installation: { version: "hello" }, fault: /is version hello/ },
    "does not run": { installation: { script: "echo broken >&2; exit 3" }, fault: /does not run: broken/ },
    "has no language host": {
      installation: { without: ["pulumi-language-nodejs"] },
      fault: /has no pulumi-language-nodejs beside it/,
    },
    "is where the Automation API cannot be pointed at": {
      installation: { bin: "tools" },
      fault: /is not in a folder named bin/,
    },
    "is not there": { installation: { without: ["pulumi"] }, fault: /^there is no pulumi on PATH$/ },
  };
  for (const [name, { installation, fault }] of Object.entries(unusable)) {
    it(`is passed over if it ${name}`, async () => {
      const root = await fakeInstallation(inFolder("pulumi"), installation);
      const found = await engineOnPath(`${root}/${installation.bin ?? "bin"}`);
      expect(found).to.have.property("fault").that.matches(fault);
    });
  }

  it("is followed to where a link on PATH leads, if it is complete there only", async () => {
    const root = await fakeInstallation(inFolder("opt", "pulumi"));
    const link = inFolder("usr", "bin", "pulumi");
    await mkdir(dirname(link), { recursive: true });
    await symlink(`${root}/bin/pulumi`, link);
    expect(await engineOnPath(dirname(link))).to.have.nested.property("engine.root", root);
  });

  it("is the first pulumi of PATH, as a shell would start it, even if a later one is newer", async () => {
    const old = await fakeInstallation(inFolder("old"), { version: "v3.100.0" });
    const recent = await fakeInstallation(inFolder("recent"));
    expect(await engineOnPath([`${old}/bin`, `${recent}/bin`].join(delimiter))).to.have.property("fault");
  });

  it("gets the provider host of the npm package if it has none of its own", async () => {
    const root = await fakeInstallation(inFolder("pulumi"), { without: ["pulumi-resource-pulumi-nodejs"] });
    const found = await engineOnPath(`${root}/bin`);
    expect(found)
      .to.have.nested.property("engine.path")
      .that.deep.equals([`${root}/bin`, dirname(require.resolve("@pulumi/pulumi/package.json"))]);
  });
});
