import { expect } from "chai";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { packedPackage, type PackedPackage } from "../../tools/programs/packed-package";
import { repository } from "../../tools/repository";

/** Files beside `dist/`. npm adds the first three by itself. */
const others = [
  "LICENSE",
  "README.md",
  "package.json",
  "CHANGELOG.md",
  "SECURITY.md",
  "openapi/vnc-cloud-1.1.yaml",
];
const rooms = ["access", "cli", "client", "emulator", "openapi", "provider", "sdk"];

describe("the packed package", () => {
  let packed: PackedPackage;
  let built: string[];

  before(async () => {
    packed = await packedPackage();
    built = packed.files.map(({ path }) => path).filter((path) => path.startsWith("dist/"));
  });

  it("holds the build, the API description, the documentation and LICENSE, and nothing else", async () => {
    const paths = packed.files.map(({ path }) => path);
    const pages = (await readdir(join(repository, "docs")))
      .filter((page) => page.endsWith(".md"))
      .map((page) => `docs/${page}`);
    expect(pages).to.include("docs/README.md");
    expect(paths.filter((path) => !path.startsWith("dist/"))).to.have.members([...others, ...pages]);
    const roomsBuilt = new Set(built.map((path) => path.split("/")[1]));
    expect([...roomsBuilt]).to.have.members(rooms);
  });

  it("holds JavaScript and its types only, each with a source: delete dist and build again if it is stale", () => {
    const withoutSource = built.filter((path) => {
      const source = path.replace(/^dist\//, "").replace(/(\.d\.ts|\.js)$/, ".ts");
      return !source.endsWith(".ts") || !existsSync(join(repository, source));
    });
    expect(withoutSource).to.deep.equal([]);
  });

  it("names no folder of the machine that built it, and no source map that is not there", async () => {
    const places = [repository, homedir()].filter((place) => place.length > 1);
    const faults: string[] = [];
    for (const { path } of packed.files) {
      const text = await readFile(join(repository, path), "utf8");
      if (text.includes("sourceMappingURL") || places.some((place) => text.includes(place)))
        faults.push(path);
    }
    expect(faults).to.deep.equal([]);
  });

  it("is less than 500 kB to download and less than 1.5 MB on disk", () => {
    expect(packed.size).to.be.below(500_000);
    expect(packed.unpackedSize).to.be.below(1_500_000);
  });

  it("can be run: the file of each command is executable and says by what it is run", async () => {
    const manifest = JSON.parse(await readFile(join(repository, "package.json"), "utf8")) as {
      bin: Record<string, string>;
    };
    for (const file of Object.values(manifest.bin)) {
      expect(await readFile(join(repository, file), "utf8")).to.match(/^#!\/usr\/bin\/env node\n/);
      expect(packed.files.find(({ path }) => path === file)?.mode).to.equal(0o755);
    }
  });
});
