/** A short text that is equal for equal lists and nearly always different for others (FNV-1a, and the length). */
export function fingerprintOf(numbers: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    for (let shift = 0; shift < 32; shift += 8) {
      hash = Math.imul(hash ^ ((number >>> shift) & 0xff), 0x01000193);
    }
  }
  return `${numbers.length}:${hash >>> 0}`;
}
