/** No repetition comes sooner: one address is never asked more than ten times a second. */
export const minimumDelayMilliseconds = 110;

const baseMilliseconds = 500;
const maximumDelayMilliseconds = 20_000;

/**
 * The delay before a repetition: exponential, capped at 20 s, with full jitter, so that many operations that failed
 * together do not come back together.
 *
 * @param repetition 0 before the first repetition.
 * @param random from 0 to below 1.
 */
export function backOffMilliseconds(repetition: number, random: number): number {
  const ceiling = Math.min(maximumDelayMilliseconds, baseMilliseconds * 2 ** repetition);
  return Math.max(minimumDelayMilliseconds, Math.round(random * ceiling));
}
