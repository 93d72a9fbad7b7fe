import { minimumDelayMilliseconds } from "../retry/back-off";

const growth = 1.5;
const maximumMilliseconds = 2000;

/** The pause after the n-th question (1 = the first): slower and slower, from 0.11 s to 2 s. */
export function pollIntervalMilliseconds(polls: number): number {
  return Math.min(maximumMilliseconds, Math.round(minimumDelayMilliseconds * growth ** (polls - 1)));
}
