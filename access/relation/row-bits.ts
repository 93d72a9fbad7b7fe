import type { Reason } from "./reasons";

/**
 * Sets of the reasons of one row as numbers. Up to 32 reasons, as many as the service's limits allow (rule 17 and three
 * of our own), the number is the bits themselves; only a longer list needs a register.
 */
export class RowBits {
  private readonly register: Uint32Array[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly sets = new Map<number, readonly Reason[]>();

  constructor(
    private readonly words: number,
    private readonly reasons: readonly Reason[],
  ) {}

  /** The number of the set that stands on a board. Equal sets have equal numbers. */
  numberOf(board: Uint32Array, first: number): number {
    if (this.words === 1) return board[first] as number;
    const bits = board.slice(first, first + this.words);
    const text = bits.join();
    const existing = this.numbers.get(text);
    if (existing !== undefined) return existing;
    const number = this.register.push(bits) - 1;
    this.numbers.set(text, number);
    return number;
  }

  /** The set of a number, always the same object. */
  reasonsOf(number: number): readonly Reason[] {
    const existing = this.sets.get(number);
    if (existing) return existing;
    const bits = this.words === 1 ? [number] : (this.register[number] as Uint32Array);
    const found = this.reasons.filter(
      (_, reason) => ((bits[reason >>> 5] as number) & (1 << (reason & 31))) !== 0,
    );
    this.sets.set(number, found);
    return found;
  }
}
