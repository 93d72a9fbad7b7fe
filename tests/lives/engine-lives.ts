import { expect } from "chai";
import { startEmulator } from "../../emulator";
import { Stack } from "../engine/support/stack";
import { canary } from "../support/provider-fixture";
import { RealEngine } from "./engine/real-engine";
import type { EngineFigures } from "./figures";
import type { Life } from "./life/life";
import { runLife } from "./run-life";
import { ownershipGroup } from "./watch/characteristics";
import { Ledger } from "./watch/ledger";

/** What an audit may find after all has come to rest. */
const harmless = ["open-listener", "external-write", "dangling-reference"];

const otherAccount = { apiKey: "other-lives-key", apiSecret: `other-${canary.apiSecret}` };

/** Lives one life under the real engine, with a service and a stack of its own; throws when something does not hold. */
export async function liveUnderEngine(life: Life, figures: EngineFigures): Promise<void> {
  const emulator = await startEmulator({ accounts: [canary, otherAccount] });
  const variables = {
    VNC_CLOUD_ENDPOINT: emulator.endpoint,
    VNC_CLOUD_MAIN_API_KEY: canary.apiKey,
    VNC_CLOUD_MAIN_API_SECRET: canary.apiSecret,
    VNC_CLOUD_OTHER_API_KEY: otherAccount.apiKey,
    VNC_CLOUD_OTHER_API_SECRET: otherAccount.apiSecret,
    // The time is real here: what a retry is worth, the fast form tells.
    VNC_CLOUD_MAX_RETRIES: "2",
    VNC_CLOUD_OWNERSHIP_GROUP: life.markers ? ownershipGroup : undefined,
  };
  const stack = await Stack.create("", { emulator, environment: variables });
  try {
    const ledger = new Ledger(emulator, life.markers);
    const engine = new RealEngine(stack, ledger, figures, { variables, accounts: ["main", "other"] });
    await runLife(life, { emulator, engine, ledger, figures });
    const others = await engine.audit();
    for (const { kind, detail } of others) expect(kind, detail).to.be.oneOf(harmless);
    await stack.expectNoSecrets();
    figures["addresses left to an audit"] += ledger.orphans.length;
  } finally {
    await stack.dispose();
  }
}
