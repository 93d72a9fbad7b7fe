import { getRequestListener } from "@hono/node-server";
import { setMaxListeners } from "node:events";
import { defaultAccount } from "./accounts/account";
import { Accounts, defaultApiKeyPattern } from "./accounts/accounts";
import { controlPlane } from "./control-plane/control-plane";
import { RunningEmulator } from "./controls/running-emulator";
import { WorldControls } from "./controls/world-controls";
import type { Emulator } from "./emulator";
import { FaultBook } from "./faults/fault-book";
import { InvalidInput } from "./input/invalid-input";
import { Journal } from "./journal/journal";
import { OpenConnections } from "./journal/open-connections";
import { checkOptions } from "./options/check-options";
import type { EmulatorOptions } from "./options/emulator-options";
import { openDataFile } from "./persistence/open-data-file";
import { defaultQuirks, withQuirks } from "./quirks/quirks";
import { handleRequest } from "./server/handle-request";
import { HttpServer } from "./server/http-server";
import type { World } from "./server/world";
import { Service } from "./service/service";

const defaultJournalLimit = 10_000;

/**
 * Starts the VNC Cloud service on this machine.
 *
 * @throws {InvalidInput} when an option or the data file is not valid; it then does not listen
 *
 * @example
 * ```ts
 * const emulator = await startEmulator({ readiness: { mode: "polls", polls: 2 } });
 * const response = await fetch(`${emulator.endpoint}/static-address`, { headers: { authorization } });
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  InvalidInput.throwIfAny("The emulator was not started:", checkOptions(options));
  const closing = new AbortController();
  // Each request that waits listens for the end.
  setMaxListeners(0, closing.signal);
  const world = makeWorld(options, closing.signal);
  const dataFile = options.data === undefined ? undefined : await openDataFile(world.service, options.data);

  const control = getRequestListener(controlPlane(new WorldControls(world)).fetch, {
    overrideGlobalObjects: false,
  });
  const server = new HttpServer(async (request, response, target, connection) => {
    if (target.path.startsWith("/_emulator/")) {
      await control(request, response);
    } else {
      await handleRequest(world, request, response, target, connection);
    }
  });
  const { port = 0, host = "127.0.0.1" } = options;
  return new RunningEmulator(world, await server.listen(port, host), host, server, async () => {
    closing.abort();
    await dataFile?.close();
  });
}

function makeWorld(options: EmulatorOptions, closing: AbortSignal): World {
  const service = new Service({
    quirks: withQuirks(defaultQuirks, options.quirks ?? {}),
    readiness: options.readiness ?? { mode: "immediate" },
    clock: options.clock ?? Date.now,
    onChange: () => undefined,
  });
  return {
    service,
    accounts: new Accounts(
      options.accounts ?? [defaultAccount],
      options.apiKeyPattern ?? defaultApiKeyPattern,
    ),
    faults: new FaultBook(),
    journal: new Journal(options.journalLimit ?? defaultJournalLimit),
    openConnections: new OpenConnections(),
    latencyMilliseconds: options.latencyMilliseconds ?? 0,
    closing,
  };
}
