/**
 * Why a listen address admits a connect address: `group:NAME` (its access list names a group that the other is a
 * member of), `address` (its access list names the other), `open` (it has no access list, and the other belongs to the
 * same API key). Where only possible, `group` stands for a group whose name is not known.
 */
export type Reason = `group:${string}` | "group" | "address" | "open";

/** Sets of reasons, each with a number: equal sets have equal numbers. */
export class ReasonSets {
  private readonly sets: (readonly Reason[])[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a set. @param reasons Without duplicates, in the order in which they are to be shown. */
  numberOf(reasons: readonly Reason[]): number {
    const text = JSON.stringify(reasons);
    const existing = this.numbers.get(text);
    if (existing !== undefined) return existing;
    const number = this.sets.push(reasons) - 1;
    this.numbers.set(text, number);
    return number;
  }

  /** The set of a number. */
  get(number: number): readonly Reason[] {
    return this.sets[number] as readonly Reason[];
  }
}
