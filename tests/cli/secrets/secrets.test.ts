import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { Fault } from "../../../emulator";
import { canary } from "../../support/provider-fixture";
import { formsOf } from "../../support/secret-forms";
import { CommandFixture, eu } from "../service/command-fixture";
import { exportOf, settled } from "../stack/exported-state";

const password = 'canary-password "4e1d"';
const proxyPassword = "canary-proxy-9c07";
const secrets = [canary.apiKey, canary.apiSecret, eu.apiSecret, password, proxyPassword];
const forms = secrets.flatMap(formsOf);

/** A service, or something before it, that repeats in its answer what it has been sent. */
const telltale: Fault = {
  kind: "status",
  status: 400,
  contentType: "application/json",
  body: JSON.stringify({
    errorMessage: `${canary.apiKey}:${canary.apiSecret} ${Buffer.from(`${canary.apiKey}:${canary.apiSecret}`).toString("base64")}`,
  }),
};

describe("no command prints a secret", () => {
  let fixture: CommandFixture;
  let address: string;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(async () => {
    fixture.emulator.reset();
    [address = ""] = fixture.emulator.seed([{ allowedActions: ["connect"], cloudPassword: password }]);
    // As "pulumi stack export --show-secrets" writes it.
    const plain = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: JSON.stringify(password),
    };
    const state = exportOf([
      settled("viewer", fixture.remote(address), { cloudPassword: plain, groups: plain }),
    ]);
    await writeFile(join(fixture.directory, "state.json"), state);
    await writeFile(join(fixture.directory, "passwords.txt"), `${address} ${password}\nbroken-line\n`);
    await writeFile(join(fixture.directory, "broken.json"), `{"${address}": "${password}", `);
  });

  const commands: readonly string[][] = [
    ["list"],
    ["list", "--details", "--json"],
    ["get", "ADDRESS"],
    ["import", "--all", "--exclude-managed", "state.json", "--json"],
    ["import", "--all", "--passwords", "passwords.txt"],
    ["import", "--all", "--passwords", "broken.json"],
    ["audit", "state.json"],
    ["audit", "state.json", "--json", "--delete-orphans", "--yes"],
    ["audit", "broken.json"],
    ["doctor", "--json"],
    ["doctor"],
    ["access", "state.json", "--json"],
    ["access", "broken.json"],
    ["emulator", "--account", `:${canary.apiSecret}`],
  ];
  const worlds: readonly [string, () => NodeJS.ProcessEnv][] = [
    ["a service that works", () => ({})],
    [
      "a service that repeats the credentials in its errors",
      () => {
        fixture.emulator.planFaults([{ times: "forever", fault: telltale }]);
        return {};
      },
    ],
    ["credentials that are refused", () => ({ VNC_CLOUD_API_SECRET: `${canary.apiSecret}-no` })],
    [
      "credentials that cannot be sent",
      () => ({ VNC_CLOUD_API_KEY: `${canary.apiKey}:${canary.apiSecret}` }),
    ],
    [
      "an endpoint with credentials in it",
      () => ({
        VNC_CLOUD_ENDPOINT: `https://${canary.apiKey}:${canary.apiSecret}@vnc.invalid/`,
      }),
    ],
    ["a proxy that does not answer", () => ({ HTTP_PROXY: `http://me:${proxyPassword}@127.0.0.1:9` })],
  ];
  for (const [world, arrange] of worlds) {
    for (const words of commands) {
      it(`${words.join(" ").replace(canary.apiSecret, "SECRET")}, with ${world}`, async () => {
        const environment = { PATH: "/usr/bin:/bin", ...arrange() };
        const concrete = words.map((word) => (word === "ADDRESS" ? address : word));
        const { output, errors } = await fixture.run(concrete, { environment });
        expect(output + errors).not.to.equal("");
        const found = forms.filter((form) => (output + errors).includes(form));
        expect(found, output + errors).to.deep.equal([]);
      });
    }
  }
});
