import { readFileSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { type AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { checkNode } from "../../../cli/doctor/check-program";
import type { Check } from "../../../cli/doctor/check";
import { canary } from "../../support/provider-fixture";
import type { CommandResult } from "../command/run-in-process";
import { CommandFixture, eu } from "../service/command-fixture";

const own = JSON.parse(readFileSync(join(__dirname, "../../../package.json"), "utf8")) as { version: string };

describe("vnc-cloud doctor", () => {
  let fixture: CommandFixture;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(() => fixture.emulator.reset());
  beforeEach(async () => {
    for (const name of ["bin", "node_modules", "package.json", "Pulumi.yaml"]) {
      await rm(join(fixture.directory, name), { recursive: true, force: true });
    }
    await pulumi('echo "v3.255.0"');
    await manifest("", { dependencies: { "pulumi-vnc-cloud": "^0.1.0" } });
    await manifest("node_modules/@pulumi/pulumi", { version: "3.248.0", engines: { node: ">=20" } });
    await manifest("node_modules/pulumi-vnc-cloud", { version: own.version });
  });

  async function manifest(folder: string, content: object): Promise<void> {
    await mkdir(join(fixture.directory, folder), { recursive: true });
    await writeFile(join(fixture.directory, folder, "package.json"), JSON.stringify(content));
  }

  /** A `pulumi` command that is this shell script. */
  async function pulumi(script: string): Promise<void> {
    const file = join(fixture.directory, "bin", "pulumi");
    await mkdir(join(fixture.directory, "bin"), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }

  const doctor = (words: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<CommandResult> => {
    const PATH = [join(fixture.directory, "bin"), "/usr/bin", "/bin"].join(delimiter);
    return fixture.run(["doctor", ...words], { environment: { PATH, ...environment } });
  };
  async function checks(
    words: string[] = [],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Map<string, Check>> {
    const { output, errors } = await doctor(["--json", ...words], environment);
    expect(errors).to.equal("");
    return new Map((JSON.parse(output) as { checks: Check[] }).checks.map((check) => [check.check, check]));
  }

  it("says that all is well with 0, and asks the service twice: once without and once with credentials", async () => {
    const { code, output, errors } = await doctor();
    expect(errors).to.equal("");
    expect(output.split("\n").map((line) => line.split(/\s+/).slice(0, 2).join(" "))).to.deep.equal([
      "ok node",
      "ok pulumi-sdk",
      "ok package",
      "ok pulumi-cli",
      "ok endpoint",
      "ok clock",
      "ok credentials",
      "",
    ]);
    expect(code).to.equal(0);
    expect(fixture.emulator.journal().map(({ operation, status }) => [operation, status])).to.deep.equal([
      ["list", 401],
      ["list", 204],
    ]);
  });

  it("says which variables key and secret came from, and shows neither", async () => {
    const { output } = await doctor();
    expect(output).to.contain("the key from VNC_CLOUD_API_KEY, the secret from VNC_CLOUD_API_SECRET");
    const named = await doctor(["--account", "eu"]);
    expect(named.output).to.contain(
      "the key from VNC_CLOUD_EU_API_KEY, the secret from VNC_CLOUD_EU_API_SECRET",
    );
  });

  it("a Node.js that is too old is wrong", () => {
    expect(checkNode("20.19.0").result).to.equal("ok");
    expect(checkNode("18.20.0")).to.deep.include({
      result: "wrong",
      detail: "Node.js 18.20.0, but pulumi-vnc-cloud needs >=20.19",
    });
  });

  interface Case {
    readonly title: string;
    readonly check: string;
    readonly result: string;
    readonly code: number;
    readonly says: RegExp;
    readonly arrange?: () => Promise<void> | void;
    readonly environment?: () => NodeJS.ProcessEnv;
    readonly words?: string[];
  }
  const status = (code: number, more: object = {}, skip = 0) =>
    void fixture.emulator.planFaults([
      { operation: "list", skip, times: "forever", fault: { kind: "status", status: code, ...more } },
    ]);
  const remove = (path: string) => rm(join(fixture.directory, path), { recursive: true, force: true });
  const project = () => writeFile(join(fixture.directory, "Pulumi.yaml"), "name: test\nruntime: nodejs\n");
  const config = (values: object) =>
    pulumi(`if [ "$1" = config ]; then echo '${JSON.stringify(values)}'; else echo v3.255.0; fi`);
  const secretConfig = {
    "vnc-cloud:apiKey": { value: canary.apiKey, secret: true },
    "vnc-cloud:apiSecret": { value: canary.apiSecret, secret: true },
    "vnc-cloud:accounts": { value: JSON.stringify({ us: eu }), secret: true },
  };

  const cases: readonly Case[] = [
    {
      title: "no @pulumi/pulumi",
      check: "pulumi-sdk",
      result: "wrong",
      code: 2,
      says: /not found from .* npm install @pulumi\/pulumi/s,
      arrange: () => remove("node_modules/@pulumi"),
    },
    {
      title: "an @pulumi/pulumi that is too old",
      check: "pulumi-sdk",
      result: "wrong",
      code: 2,
      says: /3\.100\.0, but pulumi-vnc-cloud needs >=3\.216\.0/,
      arrange: () => manifest("node_modules/@pulumi/pulumi", { version: "3.100.0" }),
    },
    {
      title: "an @pulumi/pulumi for a newer Node.js",
      check: "pulumi-sdk",
      result: "wrong",
      code: 2,
      says: /3\.270\.0 needs Node\.js >=99/,
      arrange: () =>
        manifest("node_modules/@pulumi/pulumi", { version: "3.270.0", engines: { node: ">=99" } }),
    },
    {
      title: "a program that does not depend on the package itself",
      check: "package",
      result: "wrong",
      code: 2,
      says: /does not name pulumi-vnc-cloud among its dependencies.*npm install pulumi-vnc-cloud/s,
      arrange: () => manifest("", { dependencies: {} }),
    },
    {
      title: "a package that is named and not installed",
      check: "package",
      result: "wrong",
      code: 2,
      says: /which is not installed.*npm install/s,
      arrange: () => remove("node_modules/pulumi-vnc-cloud"),
    },
    {
      title: "another version of the package than this command's",
      check: "package",
      result: "note",
      code: 0,
      says: /the program has pulumi-vnc-cloud 0\.0\.9/,
      arrange: () => manifest("node_modules/pulumi-vnc-cloud", { version: "0.0.9" }),
    },
    {
      title: "no program at all",
      check: "package",
      result: "unknown",
      code: 1,
      says: /no package\.json in .*in the folder of the Pulumi program/is,
      arrange: async () => {
        await remove("node_modules");
        await remove("package.json");
      },
    },
    {
      title: "no pulumi command",
      check: "pulumi-cli",
      result: "wrong",
      code: 2,
      says: /not on the PATH.*Install it/s,
      environment: () => ({ PATH: fixture.directory }),
    },
    {
      title: "a pulumi command that is too old for import files",
      check: "pulumi-cli",
      result: "note",
      code: 0,
      says: /pulumi 3\.250\.0: too old for the import files.*3\.254/,
      arrange: () => pulumi("echo v3.250.0"),
    },
    {
      title: "a pulumi command that does not work",
      check: "pulumi-cli",
      result: "unknown",
      code: 1,
      says: /did not tell its version: broken/,
      arrange: () => pulumi("echo broken >&2; exit 3"),
    },
    {
      title: "an endpoint that is no URL",
      check: "endpoint",
      result: "wrong",
      code: 2,
      says: /VNC_CLOUD_ENDPOINT must be a URL/,
      environment: () => ({ VNC_CLOUD_ENDPOINT: "api.vnc.com" }),
    },
    {
      title: "an endpoint that answers 404 to everything (A40)",
      check: "endpoint",
      result: "wrong",
      code: 2,
      says: /is no VNC Cloud API: it answers 404.*VNC_CLOUD_ENDPOINT/s,
      arrange: () => status(404),
    },
    {
      title: "an endpoint that asks everybody for credentials, and then answers 404 (A6, A40)",
      check: "credentials",
      result: "wrong",
      code: 2,
      says: /there is no VNC Cloud API at .*wrong/,
      environment: () => ({ VNC_CLOUD_ENDPOINT: `${fixture.emulator.endpoint}/wrong` }),
    },
    {
      title: "an endpoint that leads elsewhere (A55)",
      check: "endpoint",
      result: "wrong",
      code: 2,
      says: /it answers 302/,
      arrange: () => status(302, { headers: { Location: "https://vnc.invalid/" } }),
    },
    {
      title: "an endpoint where nobody listens",
      check: "endpoint",
      result: "wrong",
      code: 2,
      says: /ECONNREFUSED.*Nothing listens there/s,
      environment: () => ({ VNC_CLOUD_ENDPOINT: "http://127.0.0.1:9/cloud/1.1" }),
    },
    {
      title: "a proxy where nobody listens",
      check: "endpoint",
      result: "wrong",
      code: 2,
      says: /through the proxy http:\/\/127\.0\.0\.1:9 cannot be reached/,
      environment: () => ({ HTTP_PROXY: "http://someone:canary-proxy@127.0.0.1:9" }),
    },
    {
      title: "a service with a fault",
      check: "endpoint",
      result: "unknown",
      code: 1,
      says: /answers 503/,
      arrange: () => status(503),
    },
    ...[
      { ahead: 3600, result: "wrong", code: 2, says: /36\d\d seconds ahead of the service's/ } as const,
      { ahead: -90, result: "wrong", code: 2, says: /(8\d|90) seconds behind the service's/ } as const,
      { ahead: 30, result: "ok", code: 0, says: /as the service has it/ } as const,
      { ahead: -30, result: "ok", code: 0, says: /as the service has it/ } as const,
    ].map(({ ahead, ...expected }) => ({
      title: `a clock that is ${ahead} seconds ahead`,
      check: "clock",
      ...expected,
      arrange: () => {
        const date = new Date(Date.now() - ahead * 1000).toUTCString();
        fixture.emulator.planFaults([
          { operation: "list", fault: { kind: "status", status: 401, headers: { Date: date } } },
        ]);
      },
    })),
    {
      title: "credentials that are missing",
      check: "credentials",
      result: "wrong",
      code: 2,
      says: /vnc-cloud:apiKey .*VNC_CLOUD_API_KEY.*vnc-cloud:apiSecret .*VNC_CLOUD_API_SECRET/s,
      environment: () => ({ VNC_CLOUD_API_KEY: "", VNC_CLOUD_API_SECRET: "" }),
    },
    {
      title: "a secret that is wrong (rule 7)",
      check: "credentials",
      result: "wrong",
      code: 2,
      says: /does not know the API key, or the API secret is wrong \(401\).*VNC_CLOUD_API_SECRET/s,
      environment: () => ({ VNC_CLOUD_API_SECRET: "canary-wrong-secret" }),
    },
    {
      title: "a key that is not well-formed (rule 8)",
      check: "credentials",
      result: "wrong",
      code: 2,
      says: /not well-formed \(403\)/,
      environment: () => ({ VNC_CLOUD_API_KEY: "canary wrong key" }),
    },
    {
      title: "a key that cannot be sent",
      check: "credentials",
      result: "wrong",
      code: 2,
      says: /VNC_CLOUD_API_KEY contains a colon/,
      environment: () => ({ VNC_CLOUD_API_KEY: "canary:key" }),
    },
    {
      title: "a service that fails at the list",
      check: "credentials",
      result: "unknown",
      code: 1,
      says: /503/,
      arrange: () => status(503, {}, 1),
    },
    {
      title: "credentials in the stack's configuration",
      check: "credentials",
      result: "ok",
      code: 0,
      says: /the key from vnc-cloud:apiKey, the secret from vnc-cloud:apiSecret/,
      arrange: async () => {
        await project();
        await config(secretConfig);
      },
      environment: () => ({ VNC_CLOUD_API_KEY: undefined, VNC_CLOUD_API_SECRET: undefined }),
    },
    {
      title: "credentials of an account in the stack's configuration",
      check: "credentials",
      result: "ok",
      code: 0,
      words: ["--account", "us"],
      says: /the key from vnc-cloud:accounts\.us\.apiKey/,
      arrange: async () => {
        await project();
        await config(secretConfig);
      },
    },
    {
      title: "an endpoint in the stack's configuration",
      check: "endpoint",
      result: "ok",
      code: 0,
      says: /\(from vnc-cloud:endpoint\) answers/,
      arrange: async () => {
        await project();
        await config({ "vnc-cloud:endpoint": { value: fixture.emulator.endpoint, secret: false } });
      },
      environment: () => ({ VNC_CLOUD_ENDPOINT: undefined }),
    },
    {
      title: "a stack's configuration that cannot be read",
      check: "credentials",
      result: "unknown",
      code: 1,
      says: /configuration cannot be read: error: no stack selected/,
      arrange: async () => {
        await project();
        await pulumi(
          'if [ "$1" = config ]; then echo "error: no stack selected" >&2; exit 255; fi; echo v3.255.0',
        );
      },
      environment: () => ({ VNC_CLOUD_API_KEY: undefined, VNC_CLOUD_API_SECRET: undefined }),
    },
  ];
  for (const { title, check, result, code, says, arrange, environment, words = [] } of cases) {
    it(`${title}: ${check} is ${result}, and it ends with ${code}`, async () => {
      await arrange?.();
      const found = (await checks(words, environment?.())).get(check);
      expect(found?.result, JSON.stringify(found)).to.equal(result);
      expect(`${found?.detail}\n${found?.advice}`).to.match(says);
      fixture.emulator.clearFaults();
      await arrange?.();
      const told = await doctor(words, environment?.());
      expect(told.code).to.equal(code);
      expect(told.output + told.errors + JSON.stringify(found)).not.to.match(/canary/);
    });
  }

  it("secrets of a stack are not decrypted when the environment has the credentials", async () => {
    await project();
    await pulumi('echo "$@" >> words; echo "{}"');
    await doctor();
    const words = readFileSync(join(fixture.directory, "words"), "utf8");
    expect(words).to.contain("config --json").and.not.contain("--show-secrets");
  });

  describe("with a certificate that nobody trusts", () => {
    let server: Server;
    before(async () => {
      const fixtures = join(__dirname, "../../client/fixtures");
      const [key, cert] = ["loopback-key.pem", "loopback-certificate.pem"].map((name) =>
        readFileSync(join(fixtures, name)),
      );
      server = createServer({ key, cert }, (_request, response) => response.end());
      await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    });
    after(() => server.close());

    it("the endpoint is wrong, and NODE_EXTRA_CA_CERTS is named", async () => {
      const { port } = server.address() as AddressInfo;
      const found = await checks([], { VNC_CLOUD_ENDPOINT: `https://127.0.0.1:${port}/cloud/1.1` });
      expect(found.get("endpoint")).to.include({ result: "wrong" });
      expect(found.get("endpoint")?.advice).to.contain("NODE_EXTRA_CA_CERTS");
      expect(found.get("credentials")).to.include({ result: "unknown" });
    });
  });

  it("Ctrl+C ends it with one line", async () => {
    fixture.emulator.planFaults([{ operation: "list", fault: { kind: "stall" } }]);
    fixture.emulator.clearJournal();
    const result = await fixture.interrupt(["doctor"], 1);
    expect(result).to.deep.equal({ code: 1, output: "", errors: "error: Interrupted.\n" });
  });
});
