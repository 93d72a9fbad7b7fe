import { startEmulator, type Emulator } from "../../emulator";
import { FakeTiming } from "../client/fake-timing";
import type { Figures } from "./figures";
import type { Life } from "./life/life";
import { runLife } from "./run-life";
import { ownershipGroup } from "./watch/characteristics";
import { Ledger } from "./watch/ledger";
import { WatchedSmallEngine } from "./watch/watched-small-engine";

const account = { apiKey: "lives-key", apiSecret: "lives-secret-5d20" };
const otherAccount = { apiKey: "other-lives-key", apiSecret: "other-lives-secret" };

/** Lives by the thousand: on the small engine, with one service and a clock whose pauses take no time. */
export class FastLives {
  private constructor(
    private readonly emulator: Emulator,
    private readonly timing: FakeTiming,
  ) {}

  static async start(): Promise<FastLives> {
    const timing = new FakeTiming();
    const emulator = await startEmulator({ accounts: [account, otherAccount], clock: timing.now });
    return new FastLives(emulator, timing);
  }

  /** Lives one life; throws when something does not hold. */
  async live(life: Life, figures: Figures): Promise<void> {
    this.emulator.reset();
    const ledger = new Ledger(this.emulator, life.markers);
    const configuration = {
      "vnc-cloud:endpoint": this.emulator.endpoint,
      "vnc-cloud:apiKey": account.apiKey,
      "vnc-cloud:apiSecret": account.apiSecret,
      "vnc-cloud:accounts": JSON.stringify({ other: otherAccount }),
      ...(life.markers && { "vnc-cloud:ownershipGroup": ownershipGroup }),
    };
    const { emulator, timing } = this;
    const engine = new WatchedSmallEngine(emulator, ledger, configuration, timing, life.markers);
    await runLife(life, { emulator, engine, ledger, figures });
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}
