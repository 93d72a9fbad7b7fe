import { readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { inspectRoot } from "../../../tools/engine/finding/inspect-root";
import { goBuild } from "../../../tools/engine/making/go-build";
import { commandLine, languageHost } from "../../../tools/engine/making/go-module";
import { engineVersion } from "../../../tools/engine/versions";
import { writeScript } from "./fake-installation";
import { useTemporaryFolder } from "./temporary-folder";

// Lists four packages and reports two of them as compiled (the others were in Go's cache).
const fakeGo = `
echo "$PWD $*" >> "$FAKE_GO_JOURNAL"
case "$1" in
  version) echo "go version go1.99" ;;
  list) touch "$GOTMPDIR/work"; echo "go: downloading example.com/module v1.0.0" >&2; printf 'a\\nb\\nc\\nd\\n' ;;
  build)
    echo "go: downloading example.com/late v1.0.0" >&2; echo b >&2; echo d >&2
    while [ "$1" != "-o" ]; do shift; done
    mkdir -p "$(dirname "$2")"; printf '#!/bin/sh\\necho v${engineVersion}\\n' > "$2"; chmod 755 "$2" ;;
esac`;

describe("the build from the Go module registry", () => {
  const inFolder = useTemporaryFolder();
  const { PATH } = process.env;
  afterEach(() => {
    process.env["PATH"] = PATH;
    delete process.env["FAKE_GO_JOURNAL"];
  });

  async function buildWith(go: string): Promise<{ text: string; done: number | undefined }[]> {
    await writeScript(inFolder("go", "go"), go);
    process.env["PATH"] = [inFolder("go"), "/usr/bin", "/bin"].join(delimiter);
    process.env["FAKE_GO_JOURNAL"] = inFolder("journal");
    const progress: { text: string; done: number | undefined }[] = [];
    const onProgress = (text: string, done?: number) => void progress.push({ text, done });
    await goBuild.make(inFolder("made"), { onProgress, signal: new AbortController().signal });
    return progress;
  }

  it("makes a complete installation, with the provider host of the npm package and without Go's work", async () => {
    await buildWith(fakeGo);
    process.env["PATH"] = PATH;
    expect(await readdir(inFolder("made"))).to.deep.equal(["bin"]);
    expect(await inspectRoot(inFolder("made"))).to.have.nested.property("engine.version", engineVersion);
    const script = "pulumi-resource-pulumi-nodejs";
    const packaged = join(require.resolve("@pulumi/pulumi/package.json"), "..", script);
    expect(await readFile(inFolder("made", "bin", script), "utf8")).to.equal(
      await readFile(packaged, "utf8"),
    );
  });

  it("builds each program in its own module, which nothing may change", async () => {
    await buildWith(fakeGo);
    const journal = (await readFile(inFolder("journal"), "utf8")).trim().split("\n");
    for (const module of [commandLine, languageHost]) {
      const own = journal.filter(
        (line) => line.startsWith(`${module.folder} `) && line.includes(module.package),
      );
      expect(own).to.have.lengthOf(2);
      for (const line of own) expect(line).to.include("-mod=readonly");
    }
  });

  it("counts the packages compiled of the known total, and those in Go's cache at the end of each program", async () => {
    const counts = (await buildWith(fakeGo)).filter(({ done }) => done !== undefined);
    expect(counts.map(({ done }) => done)).to.deep.equal([1 / 8, 2 / 8, 4 / 8, 5 / 8, 6 / 8, 1]);
    expect(counts.at(-1)?.text).to.match(/8 of 8 packages compiled$/);
  });

  const closed: Record<string, { go: string; fault: RegExp }> = {
    "Go is too old": {
      go: `echo "go: go.mod requires go >= 1.25.11 (running go 1.20; GOTOOLCHAIN=local)" >&2; exit 1`,
      fault:
        /^go version failed: go: go\.mod requires go >= 1\.25\.11 \(running go 1\.20; GOTOOLCHAIN=local\)$/,
    },
    "the registry cannot be reached": {
      go: `[ "$1" = version ] || { echo "go: downloading x v1" >&2; echo "dial tcp: no route" >&2; exit 1; }`,
      fault: /^go list failed: dial tcp: no route$/,
    },
  };
  for (const [name, { go, fault }] of Object.entries(closed)) {
    it(`says in Go's words that ${name}`, async () => {
      const failure = await buildWith(go).then(String, (error: unknown) => (error as Error).message);
      expect(failure).to.match(fault);
    });
  }

  it("says that Go is not installed", async () => {
    process.env["PATH"] = inFolder("nothing");
    const context = { onProgress: () => undefined, signal: new AbortController().signal };
    const failure = await goBuild
      .make(inFolder("made"), context)
      .catch((error: unknown) => (error as Error).message);
    expect(failure).to.equal("Go is not installed");
  });

  it("is of the version that is promised", async () => {
    const modules = await readFile(join(commandLine.folder, "go.mod"), "utf8");
    expect(modules).to.include(`github.com/pulumi/pulumi/pkg/v3 v${engineVersion} `);
  });
});
