import { readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmulator, type Emulator, type SeedAddress } from "../../emulator";
import { Stack } from "../engine/support/stack";

/** A stack as a version of this package left it. */
export interface RecordedStack {
  /** Text of the program. */
  readonly program: string;
  /** What `pulumi stack export` printed; its secrets are encrypted with the passphrase of the tests' sessions. */
  readonly state: string;
  /** What the service held. */
  readonly addresses: readonly SeedAddress[];
}

const account = { apiKey: "upgrade-key", apiSecret: "upgrade-secret" };
const fixtures = join(__dirname, "fixtures");

/** The versions that have been recorded. */
export function recordedVersions(): string[] {
  return readdirSync(fixtures);
}

export async function readRecordedStack(version: string): Promise<RecordedStack> {
  const read = (file: string): Promise<string> => readFile(join(fixtures, version, file), "utf8");
  return {
    program: await read("program.js"),
    state: await read("state.json"),
    addresses: JSON.parse(await read("addresses.json")) as SeedAddress[],
  };
}

export async function writeRecordedStack(version: string, recorded: RecordedStack): Promise<void> {
  const folder = join(fixtures, version);
  await mkdir(folder);
  await writeFile(join(folder, "program.js"), recorded.program);
  await writeFile(join(folder, "state.json"), recorded.state);
  await writeFile(join(folder, "addresses.json"), `${JSON.stringify(recorded.addresses, undefined, 2)}\n`);
}

/** A recorded program after an edit of one address: its groups, and its password version. */
export function withOneChangeAndOneReset(program: string): string {
  const next = program.replace('"sales"], passwordVersion: 1', '"on call"], passwordVersion: 2');
  if (next === program) throw new Error("The recorded program has no address to edit.");
  return next;
}

/** A stack with a program and with addresses that the service has already. */
export async function startStack(program: string, addresses: readonly SeedAddress[] = []): Promise<Stack> {
  const emulator: Emulator = await startEmulator({ accounts: [account] });
  emulator.seed(addresses);
  return Stack.create(program, {
    emulator,
    environment: { VNC_CLOUD_API_KEY: account.apiKey, VNC_CLOUD_API_SECRET: account.apiSecret },
    name: "upgrade",
  });
}
