import { version } from "../../package.json";
import { recordedVersions, startStack, writeRecordedStack } from "./recorded-stack";

/** A program with everything that a state can hold after a run that went well. */
const program = `
const viewer = new CloudAddress("viewer", { action: "connect", groups: ["support", "sales"], passwordVersion: 1 });
new CloudAddress("server", {
  action: "listen",
  accessControl: { groups: ["support"], cloudAddresses: [viewer.cloudAddress] },
  onExternalChange: "resetPassword",
  passwordVersion: "2026",
  readyTimeoutSeconds: 60,
});
new CloudAddress("open", { action: "listen" });
new CloudAddress("lonely", { action: "connect" });
new vnc.DeviceFleet("fleet", { devices: { "kiosk-1": {}, "kiosk-2": {} }, accessControl: { groups: ["support"] } });
`;

/** Records the state that this version leaves, for every later one to read: once for each release. */
async function main(): Promise<void> {
  if (recordedVersions().includes(version)) throw new Error(`Version ${version} has been recorded already.`);
  const stack = await startStack(program);
  await stack.up();
  const passwords = await stack.passwords();
  const state = await stack.state();
  const nameOf = new Map(Object.entries(state).map(([name, { id }]) => [id, name]));
  const addresses = stack.emulator.snapshot().addresses.map((address) => {
    const { cloudAddress, allowedActions, groups, accessControl, version: entityVersion } = address;
    const cloudPassword = passwords[nameOf.get(cloudAddress) ?? ""];
    return {
      cloudAddress,
      allowedActions,
      ...(groups !== undefined && { groups }),
      ...(accessControl !== undefined && { accessControl }),
      cloudPassword,
      version: entityVersion,
    };
  });
  const { stdout } = await stack.pulumi("stack", "export");
  await writeRecordedStack(version, { program, state: withoutPlaces(stdout), addresses });
  await stack.dispose();
}

/** The state without where in which file of this machine each resource was declared. */
function withoutPlaces(state: string): string {
  const isPlace = (name: string): boolean => name === "sourcePosition" || name === "stackTrace";
  const text = JSON.stringify(
    JSON.parse(state),
    (name, value: unknown) => (isPlace(name) ? undefined : value),
    4,
  );
  return `${text}\n`;
}

void main();
