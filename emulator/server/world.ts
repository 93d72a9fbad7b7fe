import type { Accounts } from "../accounts/accounts";
import type { FaultBook } from "../faults/fault-book";
import type { Journal } from "../journal/journal";
import type { OpenConnections } from "../journal/open-connections";
import type { Service } from "../service/service";

/** All that one emulator has, whichever way it is talked to. */
export interface World {
  readonly service: Service;
  readonly accounts: Accounts;
  readonly faults: FaultBook;
  readonly journal: Journal;
  readonly openConnections: OpenConnections;
  /** Pause before each request is processed. */
  latencyMilliseconds: number;
  /** Aborted when the emulator closes, so that no pause outlives it. */
  readonly closing: AbortSignal;
}
