import { expect } from "chai";
import { Configuration, ConfigurationError } from "../../../provider";

function configurationOf(
  stack: Record<string, string>,
  environment: Record<string, string> = {},
): Configuration {
  return new Configuration({ get: (key) => stack[key] }, environment);
}

function faultsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigurationError);
    return (error as ConfigurationError).faults;
  }
  throw new Error("there was no fault");
}

const stack = { "vnc-cloud:apiKey": "key", "vnc-cloud:apiSecret": "secret" };

describe("configuration", () => {
  it("comes from the stack configuration", () => {
    expect(configurationOf(stack).account()).to.deep.equal({ apiKey: "key", apiSecret: "secret" });
  });

  it("comes from the environment first", () => {
    const environment = {
      VNC_CLOUD_API_KEY: "environment key",
      VNC_CLOUD_ENDPOINT: "http://127.0.0.1:1/cloud/1.1",
      VNC_CLOUD_REQUEST_TIMEOUT_SECONDS: "1.5",
      VNC_CLOUD_MAX_RETRIES: "0",
      VNC_CLOUD_PARALLEL: "3",
    };
    const configured = { ...stack, "vnc-cloud:endpoint": "https://elsewhere", "vnc-cloud:parallel": "9" };
    expect(configurationOf(configured, environment).account()).to.deep.equal({
      apiKey: "environment key",
      apiSecret: "secret",
      endpoint: "http://127.0.0.1:1/cloud/1.1",
      requestTimeoutSeconds: 1.5,
      maxRetries: 0,
      parallel: 3,
    });
  });

  it("takes an empty variable for unset, as CI systems pass a missing secret", () => {
    expect(configurationOf(stack, { VNC_CLOUD_API_KEY: "" }).account().apiKey).to.equal("key");
  });

  it("leaves out blanks and line ends around a value, as a copied secret has them", () => {
    const copied = { ...stack, "vnc-cloud:apiSecret": " secret\n" };
    expect(configurationOf(copied, { VNC_CLOUD_API_KEY: "key\r\n" }).account()).to.deep.equal({
      apiKey: "key",
      apiSecret: "secret",
    });
    expect(configurationOf(copied, { VNC_CLOUD_API_KEY: " \n" }).account().apiKey).to.equal("key");
  });

  it("names the key and the variable of every missing credential at once", () => {
    const [apiKey, apiSecret] = faultsOf(() => configurationOf({}).account());
    expect(apiKey)
      .to.contain("vnc-cloud:apiKey")
      .and.to.contain("VNC_CLOUD_API_KEY")
      .and.to.contain("--secret");
    expect(apiSecret).to.contain("vnc-cloud:apiSecret").and.to.contain("VNC_CLOUD_API_SECRET");
  });

  it("names the key and the variable of every bad value at once", () => {
    const bad = {
      ...stack,
      "vnc-cloud:requestTimeoutSeconds": "soon",
      "vnc-cloud:maxRetries": "1.5",
      "vnc-cloud:parallel": "0",
    };
    const faults = faultsOf(() => configurationOf(bad).account());
    expect(faults).to.have.length(3);
    expect(faults[0])
      .to.contain("vnc-cloud:requestTimeoutSeconds")
      .and.to.contain("VNC_CLOUD_REQUEST_TIMEOUT_SECONDS");
    expect(faults[1]).to.contain("vnc-cloud:maxRetries").and.to.contain("whole number");
    expect(faults[2]).to.contain("vnc-cloud:parallel").and.to.contain("at least 1");
  });

  describe("named accounts", () => {
    const accounts = JSON.stringify({
      eu: { apiKey: "eu key", apiSecret: "eu secret" },
      "lab-1": { apiKey: 7 },
    });
    const configured = {
      ...stack,
      "vnc-cloud:accounts": accounts,
      "vnc-cloud:endpoint": "http://127.0.0.1:1",
    };

    it("come from the accounts object, with the endpoint of the default account unless they have one", () => {
      expect(configurationOf(configured).account("eu")).to.deep.equal({
        apiKey: "eu key",
        apiSecret: "eu secret",
        endpoint: "http://127.0.0.1:1",
      });
    });

    it("come from the environment first, under the name in capitals", () => {
      const environment = {
        VNC_CLOUD_LAB_1_API_SECRET: "lab secret",
        VNC_CLOUD_LAB_1_ENDPOINT: "http://127.0.0.1:2",
        VNC_CLOUD_EU_API_SECRET: "rotated secret",
      };
      expect(configurationOf(configured, environment).account("eu")).to.include({
        apiKey: "eu key",
        apiSecret: "rotated secret",
      });
      expect(configurationOf(configured, environment).account("lab-1")).to.deep.equal({
        apiKey: "7",
        apiSecret: "lab secret",
        endpoint: "http://127.0.0.1:2",
      });
    });

    it("never fall back to the credentials of the default account", () => {
      const faults = faultsOf(() => configurationOf(configured).account("us"));
      expect(faults[0])
        .to.contain('"us"')
        .and.to.contain("vnc-cloud:accounts.us.apiKey")
        .and.to.contain("VNC_CLOUD_US_API_KEY");
      expect(faults).to.have.length(2);
    });

    for (const [name, text] of [
      ["no JSON", "{secret!"],
      ["a list", '["secret!"]'],
      ["an entry that is a text", '{"eu":"secret!"}'],
    ] as const) {
      it(`${name} is a fault that does not quote it`, () => {
        const faults = faultsOf(() =>
          configurationOf({ ...stack, "vnc-cloud:accounts": text }).account("eu"),
        );
        expect(faults).to.have.length(1);
        expect(faults[0]).to.contain("vnc-cloud:accounts").and.not.to.contain("secret!");
      });
    }
  });

  describe("ownershipGroup", () => {
    it("is none unless configured, and comes from the environment first", () => {
      expect(configurationOf(stack).ownershipGroup()).to.equal(undefined);
      const configured = { ...stack, "vnc-cloud:ownershipGroup": "stack" };
      expect(configurationOf(configured).ownershipGroup()).to.equal("stack");
      const environment = { VNC_CLOUD_OWNERSHIP_GROUP: "environment" };
      expect(configurationOf(configured, environment).ownershipGroup()).to.equal("environment");
    });

    it("has at most 128 characters, so that a resource's name fits beside it (rule 18)", () => {
      const ofLength = (length: number) =>
        configurationOf({ "vnc-cloud:ownershipGroup": "\u{1F511}".repeat(length) });
      expect(ofLength(128).ownershipGroup()).to.have.length(2 * 128);
      expect(faultsOf(() => ofLength(129).ownershipGroup())[0]).to.match(
        /vnc-cloud:ownershipGroup .*VNC_CLOUD_OWNERSHIP_GROUP.* 128 characters/,
      );
    });
  });

  describe("openListeners", () => {
    it("is warn unless configured", () => expect(configurationOf({}).openListeners()).to.equal("warn"));
    it("comes from the environment first", () => {
      const configured = configurationOf(
        { "vnc-cloud:openListeners": "allow" },
        { VNC_CLOUD_OPEN_LISTENERS: "deny" },
      );
      expect(configured.openListeners()).to.equal("deny");
    });
    it("is one of three words", () => {
      expect(
        faultsOf(() => configurationOf({ "vnc-cloud:openListeners": "never" }).openListeners())[0],
      ).to.match(/vnc-cloud:openListeners .*allow, warn, deny/);
    });
  });
});
