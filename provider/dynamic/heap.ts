import { setFlagsFromString } from "node:v8";

/**
 * Has Node.js begin to collect the garbage of this process when a tenth of the room is used that it gives the heap until
 * the next collection. By itself it waits for all of it, which is some 70 MB in a process that needs 40: what is left of
 * calls that were under way during a quick collection piles up, so that a run with thousands of addresses takes much
 * more memory than one with hundreds. It is a matter of when, not a limit: nothing that needs more fails for it, though
 * the process may have other providers than this one.
 */
export function collectGarbageEarly(): void {
  setFlagsFromString("--incremental-marking-hard-trigger=10");
}
