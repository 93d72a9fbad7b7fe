import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "chai";
import { createCommand } from "../../cli/emulator/command";
import { processSurroundings } from "../../cli/command/surroundings";
import { accountSetting, settings } from "../../provider/configuration/setting";
import { repository } from "../../tools/repository";
import { documents } from "./markdown/documents";

const accountProperties = ["apiKey", "apiSecret", "endpoint"] as const;
const all = [...Object.values(settings), ...accountProperties.map((property) => accountSetting(property))];
const configKeys = new Set(all.map(({ configKey }) => configKey));
const emulator = createCommand({ ...processSurroundings(), exitWith: () => undefined });
const variables = new Set([
  ...all.map((setting) => ("environmentVariable" in setting ? setting.environmentVariable : "")),
  ...emulator.options.map(({ envVar }) => envVar),
]);
const variableOfAccount = /^VNC_CLOUD_\w+_(API_KEY|API_SECRET|ENDPOINT)$/;
/** What has the form of a configuration key, and is the first half of a type or of a component's type. */
const types = new Set(["vnc-cloud:index"]);

describe("the settings that the Markdown files name", () => {
  it("exist", () => {
    const faults = documents().flatMap(({ path, text }) =>
      [...configKeysIn(text), ...variablesIn(text)].map((name) => `${path}: ${name}`),
    );
    expect(faults).to.deep.equal([]);
  });

  it("are known to be wrong when they do not exist", () => {
    expect(configKeysIn("vnc-cloud:apiKey vnc-cloud:apikey vnc-cloud:CloudAddress")).to.deep.equal([
      "vnc-cloud:apikey",
    ]);
    expect(
      variablesIn("VNC_CLOUD_API_KEY VNC_CLOUD_KEY VNC_CLOUD_EU_API_KEY VNC_CLOUD_EMULATOR_PORT"),
    ).to.deep.equal(["VNC_CLOUD_KEY"]);
  });

  it("are all in the README's table, but those of the emulator", () => {
    const readme = readFileSync(resolve(repository, "README.md"), "utf8");
    for (const { configKey } of all) expect(readme).to.contain(`\`${configKey}\``);
  });
});

function configKeysIn(text: string): string[] {
  return [...text.matchAll(/\bvnc-cloud:[a-z]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !configKeys.has(name) && !types.has(name));
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\bVNC_CLOUD_\w*[A-Z]/g)]
    .map(([name]) => name)
    .filter((name) => !variables.has(name) && !variableOfAccount.test(name));
}
