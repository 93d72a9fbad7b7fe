import type { EmulatorOptions } from "../../../emulator";
import { Caller } from "./caller";

/**
 * One emulator for the tests of a block, empty before each of them.
 *
 * @param assign Is given the caller before the first test.
 */
export function useCaller(assign: (caller: Caller) => void, options: EmulatorOptions = {}): void {
  let caller: Caller;
  before(async () => {
    caller = await Caller.start(options);
    assign(caller);
  });
  beforeEach(() => caller.emulator.reset());
  after(() => caller.close());
}
