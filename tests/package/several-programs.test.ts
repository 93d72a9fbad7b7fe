import { expect } from "chai";
import { listCloudAddresses } from "pulumi-vnc-cloud";
import { startEmulator, type Emulator } from "../../emulator";

describe("several programs in one process, as the Automation API runs them", () => {
  const environment = { ...process.env };
  let emulators: Emulator[];
  before(async () => (emulators = await Promise.all([startEmulator(), startEmulator()])));
  after(async () => {
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    await Promise.all(emulators.map((emulator) => emulator.close()));
  });

  it("each ask the service that is configured for them", async () => {
    Object.assign(process.env, { VNC_CLOUD_API_KEY: "emulator", VNC_CLOUD_API_SECRET: "emulator" });
    for (const [index, emulator] of emulators.entries()) {
      const seeded = emulator.seed(
        Array.from({ length: 100 + index }, () => ({ allowedActions: ["connect"] })),
      );
      process.env.VNC_CLOUD_ENDPOINT = emulator.endpoint;
      expect(await listCloudAddresses()).to.have.members(seeded);
    }
  });
});
