import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { CloudAddress, type CloudAddressArgs } from "../../../sdk";
import { providerText } from "../../../provider";
import { mockedRun, valueOf } from "../mocked-run";

describe("CloudAddress in a program", () => {
  const withMarkers = { VNC_CLOUD_OWNERSHIP_GROUP: "iac" };

  async function withEnvironment<Result>(
    environment: NodeJS.ProcessEnv,
    action: () => Promise<Result>,
  ): Promise<Result> {
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      return await action();
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
      Object.assign(process.env, before);
    }
  }

  it("registers the type token that never changes, its arguments and the constant __provider, and nothing else", async () => {
    const args = { action: "connect", groups: ["support"] } as const;
    const { registrations } = await mockedRun(() => new CloudAddress("viewer", args));
    expect(registrations).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress",
        name: "viewer",
        inputs: { action: "connect", groups: ["support"], __provider: providerText },
      },
    ]);
    expect(args).to.deep.equal({ action: "connect", groups: ["support"] });
  });

  it("has its ID as cloudAddress", async () => {
    await mockedRun(async () => {
      const viewer = new CloudAddress("viewer", { action: "connect" });
      expect(await valueOf(viewer.cloudAddress)).to.equal("viewer-id");
      expect(viewer.cloudAddress).to.equal(viewer.id);
    });
  });

  it("keeps its password secret, beside the outputs that the program wants to be so", async () => {
    const { secretOutputs } = await mockedRun(() => [
      new CloudAddress("plain", { action: "connect" }),
      new CloudAddress("more", { action: "connect" }, { additionalSecretOutputs: ["groups"] }),
    ]);
    expect(secretOutputs.plain).to.deep.equal(["cloudPassword"]);
    expect(secretOutputs.more).to.have.members(["groups", "cloudPassword"]);
  });

  for (const [policy, warnings] of [
    ["", 1],
    ["warn", 1],
    ["allow", 0],
    ["deny", 0],
  ] as const) {
    it(`rule 20: warns ${warnings} times of an open listener where openListeners is "${policy}"`, async () => {
      const open = () => new CloudAddress("server", { action: "listen" });
      const run = await withEnvironment({ VNC_CLOUD_OPEN_LISTENERS: policy }, () => mockedRun(open));
      expect(run.warnings).to.have.length(warnings);
      for (const warning of run.warnings)
        expect(warning).to.match(/^CloudAddress "server": no accessControl/);
    });
  }

  const spaced = " support";
  for (const [how, args] of Object.entries({
    "at once": { action: "connect", groups: [spaced] },
    "as an output": { action: "connect", groups: pulumi.output([spaced]) },
    "as a promise in a list": { action: "connect", groups: [Promise.resolve(spaced)] },
    "in an access list that is an output": {
      action: "listen",
      accessControl: pulumi.output({ groups: [spaced] }),
    },
    "as an output in an access list": {
      action: "listen",
      accessControl: { groups: [pulumi.output(spaced)] },
    },
  } satisfies Record<string, CloudAddressArgs>)) {
    it(`A16: warns of white space around a group name that it is given ${how}`, async () => {
      const { warnings } = await mockedRun(() => new CloudAddress("viewer", args));
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/^CloudAddress "viewer": .*" support" has white space around it/);
    });
  }

  describe("stack traces", () => {
    /** The number of frames that an error has which is made while a resource is registered. */
    const limitWithin = async (): Promise<number> => {
      let limit = NaN;
      const note = () => {
        limit = Error.stackTraceLimit;
        return undefined;
      };
      await mockedRun(() => new CloudAddress("viewer", { action: "connect" }, { transformations: [note] }));
      return limit;
    };

    it("are not made for Pulumi's own promises, unless it is to tell which of them never settle", async () => {
      const { stackTraceLimit } = Error;
      expect(stackTraceLimit).to.be.greaterThan(0);
      expect(await limitWithin()).to.equal(0);
      expect(Error.stackTraceLimit).to.equal(stackTraceLimit);
      expect(await withEnvironment({ PULUMI_DEBUG_PROMISE_LEAKS: "1" }, limitWithin)).to.equal(
        stackTraceLimit,
      );
    });

    it("show the place in the program all the same when an address cannot be registered", async () => {
      const { stackTraceLimit } = Error;
      let error = new Error("none");
      await mockedRun(() => {
        try {
          new CloudAddress("", { action: "connect" });
        } catch (thrown) {
          error = thrown as Error;
        }
      });
      expect(error.message).to.contain("Missing resource name");
      expect(error.stack).to.contain(`${error.message}\n    at `).and.contain(__filename);
      expect(Error.stackTraceLimit).to.equal(stackTraceLimit);
    });

    it("stay as they are in an error that has one", async () => {
      const thrown = new Error("of the program");
      const { stack } = thrown;
      const fail = () => {
        throw thrown;
      };
      await mockedRun(() => {
        expect(() => new CloudAddress("viewer", { action: "connect" }, { transformations: [fail] })).to.throw(
          thrown,
        );
      });
      expect(thrown.stack).to.equal(stack);
    });

    it("are not needed for the place of an address that goes into the state", async () => {
      const { sourceFiles } = await mockedRun(() => new CloudAddress("viewer", { action: "connect" }));
      expect(sourceFiles.viewer).to.match(/\/cloud-address\.test\.ts$/);
    });
  });

  it("refuses the option import, and says what to do instead", async () => {
    let message = "";
    const { registrations } = await mockedRun(() => {
      try {
        new CloudAddress("viewer", { action: "connect" }, { import: "a.b.c.d" });
      } catch (error) {
        ({ message } = error as Error);
      }
    });
    expect(message).to.contain('adopt: "a.b.c.d"').and.contain("npx vnc-cloud import a.b.c.d");
    expect(registrations).to.deep.equal([]);
  });

  it("is recognised, whichever copy of the package made it", async () => {
    await mockedRun(() => {
      expect(CloudAddress.isInstance(new CloudAddress("viewer", { action: "connect" }))).to.equal(true);
      expect(CloudAddress.isInstance({})).to.equal(false);
    });
  });

  describe("claims of one address by two resources", () => {
    const owner = () => new CloudAddress("owner", { action: "connect" });
    const thief = () => new CloudAddress("thief", { action: "connect", adopt: "owner-id" });

    for (const [order, program] of [
      ["the owner first", () => [owner(), thief()]],
      ["the owner last", () => [thief(), owner()]],
      ["both by adopt", () => [thief(), new CloudAddress("other", { action: "connect", adopt: "owner-id" })]],
    ] as const) {
      it(`are an error that names both: ${order}`, async () => {
        const { errors } = await mockedRun(program);
        expect(errors).to.have.length(1);
        expect(errors[0]).to.match(/^Cloud address "owner-id" cannot be managed by both ".*thief.*"aliases"/);
      });
    }

    it("are none when an address is only looked up", async () => {
      const { errors } = await mockedRun(() => [owner(), CloudAddress.get("seen", "owner-id")]);
      expect(errors).to.deep.equal([]);
    });

    it("are none in two runs of one process, as the Automation API makes them", async () => {
      await mockedRun(owner);
      const { errors } = await mockedRun(owner);
      expect(errors).to.deep.equal([]);
    });
  });

  describe("with ownership markers", () => {
    class Site extends pulumi.ComponentResource {
      constructor(name: string, type = "shop:index:Site") {
        super(type, name);
        new CloudAddress("server", { action: "connect" }, { parent: this });
      }
    }
    const ownersOf = async (
      program: () => unknown,
      options: Parameters<typeof mockedRun>[1] = {},
    ): Promise<unknown[]> =>
      withEnvironment(withMarkers, async () => {
        const { registrations } = await mockedRun(program, options);
        return registrations.flatMap(({ inputs }) => inputs.__owner ?? []);
      });
    const plain = () => new CloudAddress("server", { action: "connect" });

    it("says who it is: its name, and a digest of its URN", async () => {
      const [owner] = await ownersOf(plain);
      expect(owner).to.match(/^server\/[0-9a-f]{12}$/);
      expect(await ownersOf(plain)).to.deep.equal([owner]);
    });

    it("is another one in another stack, another project and under another parent", async () => {
      const owners = [
        await ownersOf(plain),
        await ownersOf(plain, { stack: "dev" }),
        await ownersOf(plain, { project: "depot" }),
        await ownersOf(() => new Site("north")),
        await ownersOf(() => new Site("north", "depot:index:Site")),
      ].flat();
      expect(owners).to.have.length(5);
      expect(new Set(owners).size).to.equal(5);
    });

    it("says nothing of an address that is only looked up, and nothing without markers", async () => {
      expect(await ownersOf(() => CloudAddress.get("seen", "a.b.c.d"))).to.deep.equal([]);
      const { registrations } = await mockedRun(plain);
      expect(registrations[0]?.inputs).not.to.have.property("__owner");
    });
  });
});
