import { defaultAccount } from "./accounts/account";
import { Accounts, defaultApiKeyPattern } from "./accounts/accounts";
import { ControlledEmulator } from "./controlled-emulator";
import type { Emulator } from "./emulator";
import { FaultBook } from "./faults/fault-book";
import { Journal } from "./journal/journal";
import type { EmulatorOptions } from "./options/emulator-options";
import { defaultQuirks } from "./quirks/quirks";
import { handleRequest } from "./server/handle-request";
import { HttpServer } from "./server/http-server";
import { originAt } from "./server/origin";
import type { World } from "./server/world";
import { Service } from "./service/service";

/**
 * Starts the VNC Cloud service on this machine.
 *
 * @example
 * ```ts
 * const emulator = await startEmulator({ readiness: { mode: "polls", polls: 2 } });
 * const response = await fetch(`${emulator.endpoint}/static-address`, { headers: { authorization } });
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", accounts = [defaultAccount] } = options;
  const closing = new AbortController();
  const service = new Service({
    quirks: { ...defaultQuirks, ...options.quirks },
    readiness: options.readiness ?? { mode: "immediate" },
    clock: options.clock ?? Date.now,
    onChange: () => undefined,
  });
  const world: World = {
    service,
    accounts: new Accounts(accounts, defaultApiKeyPattern),
    faults: new FaultBook(),
    journal: new Journal(options.journalLimit ?? 10_000),
    latencyMilliseconds: options.latencyMilliseconds ?? 0,
    closing: closing.signal,
  };
  const server = new HttpServer((request, response, target, connection) =>
    handleRequest(world, request, response, target, connection),
  );
  const listeningPort = await server.listen(port, host);
  return new ControlledEmulator(world, {
    endpoint: `${originAt(host, listeningPort)}/cloud/1.1`,
    port: listeningPort,
    close: async () => {
      closing.abort();
      await server.close();
    },
  });
}
