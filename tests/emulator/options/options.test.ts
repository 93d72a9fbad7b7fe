import { expect } from "chai";
import { InvalidInput, startEmulator, type EmulatorOptions } from "../../../emulator";
import { basic, Caller } from "../caller/caller";

const cases: [options: unknown, problems: RegExp[]][] = [
  [{ port: 70_000 }, [/options\.port must be a whole number from 0 to 65535/]],
  [{ port: "80" }, [/options\.port/]],
  [{ host: "" }, [/options\.host/]],
  [{ accounts: [] }, [/options\.accounts must be a list with at least one account/]],
  [{ accounts: [{ apiKey: "a" }] }, [/accounts\[0\]\.apiSecret/]],
  [{ accounts: [{ apiKey: "a b", apiSecret: "c" }] }, [/accounts\[0\]\.apiKey is not well-formed/]],
  [
    { accounts: [{ apiKey: "a:b", apiSecret: "c" }], apiKeyPattern: /./ },
    [/accounts\[0\]\.apiKey must not have a colon/],
  ],
  [
    {
      accounts: [
        { apiKey: "a", apiSecret: "b" },
        { apiKey: "a", apiSecret: "c" },
      ],
    },
    [/accounts\[1\]\.apiKey is that of an earlier account/],
  ],
  [{ readiness: { mode: "soon" } }, [/readiness\.mode/]],
  [{ readiness: { mode: "delay", milliseconds: Infinity } }, [/readiness\.milliseconds/]],
  [{ quirks: { etag: 7, colour: 1 } }, [/quirks\.etag/, /quirks has no member "colour"/]],
  [{ latencyMilliseconds: -1 }, [/latencyMilliseconds/]],
  [{ journalLimit: 1.5 }, [/journalLimit/]],
  [{ prot: 1 }, [/options has no member "prot"/]],
  [{ port: -1, host: 1, quirks: { etag: "x" } }, [/port/, /host/, /etag/]],
];

describe("emulator: options", () => {
  for (const [options, problems] of cases) {
    it(`${JSON.stringify(options)} is refused with ${problems.length} problems`, async () => {
      const error = await startEmulator(options as EmulatorOptions).then(
        (emulator) => emulator.close(),
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(InvalidInput);
      const found = [...(error as InvalidInput).problems];
      for (const problem of problems) {
        expect(
          found.some((text) => problem.test(text)),
          found.join("\n"),
        ).to.be.true;
      }
      expect(found).to.have.length(problems.length);
    });
  }

  it("no problem repeats a key or a secret", async () => {
    const accounts = [{ apiKey: "canary key", apiSecret: 1 as unknown as string }];
    const error = await startEmulator({ accounts }).catch((reason: Error) => reason);
    expect((error as Error).message).not.to.contain("canary");
  });

  it("A30: the pattern of a well-formed key can be another one", async () => {
    const accounts = [{ apiKey: "KEY-1", apiSecret: "s" }];
    const caller = await Caller.start({ accounts, apiKeyPattern: /^KEY-[0-9]+$/g });
    for (const [authorization, status] of [
      [basic("KEY-1", "s"), 204],
      [basic("KEY-1", "s"), 204],
      [basic("KEY-2", "s"), 401],
      [basic("emulator"), 403],
    ] as const) {
      expect((await caller.call("GET", "", { headers: { authorization } })).status).to.equal(status);
    }
    await caller.close();
  });
});
