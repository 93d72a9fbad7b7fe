import { expect } from "chai";
import { runInProcess } from "../command/run-in-process";
import { startProcess } from "../command/start-process";

async function list(endpoint: string, key: string, secret: string): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
  return (await fetch(`${endpoint}/static-address`, { headers: { authorization } })).status;
}

async function endpointOf(command: { nextLine(): Promise<string> }): Promise<string> {
  const line = await command.nextLine();
  expect(line).to.match(/^listening on http:\/\/127\.0\.0\.1:\d+\/cloud\/1\.1$/);
  return line.slice("listening on ".length);
}

describe("vnc-cloud emulator", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`says where it listens in its first line, answers there, and ends with 0 on ${signal}`, async () => {
      const command = startProcess(["emulator"]);
      const endpoint = await endpointOf(command);
      expect(await list(endpoint, "emulator", "emulator")).to.equal(204);
      command.signal(signal);
      expect(await command.ended).to.equal(0);
    });
  }

  it("takes each option from its variable, and a given option before the variable", async () => {
    const command = startProcess(["emulator", "--quirk", "emptyListAs200"], {
      VNC_CLOUD_EMULATOR_ACCOUNTS: "one:secret:1 two:secret2",
      VNC_CLOUD_EMULATOR_QUIRKS: "emptyListAs200=false etag=weak",
    });
    const endpoint = await endpointOf(command);
    expect(await list(endpoint, "one", "secret:1")).to.equal(200);
    expect(await list(endpoint, "two", "secret2")).to.equal(200);
    expect(await list(endpoint, "emulator", "emulator")).to.equal(401);
    command.signal("SIGTERM");
    expect(await command.ended).to.equal(0);
  });

  it("reports every bad option at once, no secret among them, and ends with 1", async () => {
    const words = [
      "--port",
      "x",
      "--account",
      ":hush",
      "--readiness",
      "soon",
      "--quirk",
      "etagg",
      "--latency",
      "-1",
    ];
    const { code, output, errors } = await runInProcess(["emulator", ...words]);
    expect(code).to.equal(1);
    expect(output).to.equal("");
    expect(errors).to.match(/--port .*account 1 .*--readiness .*"etagg".*--latency/s);
    expect(errors).not.to.contain("hush");
  });
});
