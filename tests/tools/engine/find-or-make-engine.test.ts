import { existsSync } from "node:fs";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { expect } from "chai";
import type { Engine } from "../../../tools/engine/engine";
import { EngineUnavailableError } from "../../../tools/engine/engine-unavailable-error";
import { findOrMakeEngine, type Places } from "../../../tools/engine/find-or-make-engine";
import type { Way } from "../../../tools/engine/making/way";
import { fakeInstallation, type FakeInstallation } from "./fake-installation";
import { useTemporaryFolder } from "./temporary-folder";

describe("finding or making an engine", () => {
  const inFolder = useTemporaryFolder();

  function prepare(places: Partial<Places>, signal = new AbortController().signal): Promise<Engine> {
    const here = { searchPath: "", cache: inFolder("versions", "3.255.0"), ways: [] };
    return findOrMakeEngine({ ...here, ...places }, () => undefined, signal);
  }
  const left = () => readdir(inFolder("versions"));

  it("takes the one on PATH before the one in the cache", async () => {
    const onPath = await fakeInstallation(inFolder("pulumi"));
    const cache = await fakeInstallation(inFolder("versions", "3.255.0"));
    expect((await prepare({ searchPath: `${onPath}/bin`, cache })).root).to.equal(onPath);
  });

  it("takes the one in the cache before making one", async () => {
    const cache = await fakeInstallation(inFolder("versions", "3.255.0"));
    expect((await prepare({ ways: [closed("never tried")] })).root).to.equal(cache);
  });

  it("makes one by the first way that works, and finds it the next time", async () => {
    const made = await prepare({ ways: [closed("no network"), making(), closed("never tried")] });
    expect(made.root).to.equal(inFolder("versions", "3.255.0"));
    expect(await prepare({})).to.deep.equal(made);
    expect(await left()).to.deep.equal(["3.255.0"]);
  });

  it("replaces an incomplete installation in the cache", async () => {
    await fakeInstallation(inFolder("versions", "3.255.0"), { without: ["pulumi-language-nodejs"] });
    await prepare({ ways: [making()] });
    expect(existsSync(inFolder("versions", "3.255.0", "bin", "pulumi-language-nodejs"))).to.equal(true);
  });

  it("names every way with its reason, and what to do, when none works", async () => {
    const ways = [closed("no network"), making({ without: ["pulumi-language-nodejs"] }, "a half build")];
    const error = await failureOf(prepare({ ways }));
    expect(error).to.be.instanceOf(EngineUnavailableError);
    for (const part of [
      "PATH: there is no pulumi on PATH",
      "cache: there is no",
      "closed way: no network",
      "a half build: what it made is unusable",
      "https://www.pulumi.com/docs/install/",
      "Go 1.25.11 or newer",
    ]) {
      expect(error.message).to.include(part);
    }
    expect(await left()).to.deep.equal([]);
  });

  it("leaves nothing half-made when it is interrupted, and tries no further way", async () => {
    const interruption = new AbortController();
    const interrupted: Way = {
      name: "interrupted",
      async make(folder) {
        await fakeInstallation(folder, { without: ["pulumi-language-nodejs"] });
        interruption.abort(new Error("stop"));
      },
    };
    const error = await failureOf(prepare({ ways: [interrupted, making()] }, interruption.signal));
    expect(error.message).to.equal("stop");
    expect(await left()).to.deep.equal([]);
  });

  it("takes over from a run that was killed in the middle", async () => {
    const lock = inFolder("versions", "3.255.0.lock");
    await mkdir(lock, { recursive: true });
    await mkdir(inFolder("versions", "3.255.0.unfinished", "bin"), { recursive: true });
    await writeFile(inFolder("versions", "3.255.0.unfinished", "bin", "left-over"), "");
    const elevenSecondsAgo = Date.now() / 1000 - 11;
    await utimes(lock, elevenSecondsAgo, elevenSecondsAgo);
    await prepare({ ways: [making()] });
    expect(await left()).to.deep.equal(["3.255.0"]);
    expect(existsSync(inFolder("versions", "3.255.0", "bin", "left-over"))).to.equal(false);
  });

  it("can be interrupted while it waits for another run", async () => {
    await mkdir(inFolder("versions", "3.255.0.lock"), { recursive: true });
    const interruption = new AbortController();
    const here = { searchPath: "", cache: inFolder("versions", "3.255.0"), ways: [making()] };
    const waiting: string[] = [];
    const waited = findOrMakeEngine(
      here,
      (text) => {
        waiting.push(text);
        interruption.abort(new Error("stop"));
      },
      interruption.signal,
    );
    await failureOf(waited);
    expect(waiting).to.deep.equal(["Waiting for another run that prepares the engine"]);
    expect(await left()).to.deep.equal(["3.255.0.lock"]);
  });
});

function closed(reason: string): Way {
  return { name: "closed way", make: () => Promise.reject(new Error(reason)) };
}

function making(installation: FakeInstallation = {}, name = "making"): Way {
  return { name, make: async (folder) => void (await fakeInstallation(folder, installation)) };
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.fail("It did not fail."),
    (error: unknown) => error as Error,
  );
}
