const largestBlock = 512;

/**
 * Things in the order of their ever growing sequence number, in blocks of up to 512.
 *
 * Appending is O(1); removing and finding a position are O(log n) steps and a move within one block; reading
 * a page is O(page). No block is ever empty, so gaps that deletions leave cost a reader nothing.
 */
export class CreationOrder<Item extends { readonly sequence: number }> {
  readonly #blocks: Item[][] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds an item whose sequence is larger than that of every other. */
  append(item: Item): void {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.length < largestBlock) {
      last.push(item);
    } else {
      this.#blocks.push([item]);
    }
    this.#size += 1;
  }

  remove(item: Item): void {
    const { block, index } = this.#locate(item.sequence);
    const items = this.#blocks[block];
    if (items?.[index]?.sequence !== item.sequence) {
      return;
    }
    items.splice(index, 1);
    if (items.length === 0) {
      this.#blocks.splice(block, 1);
    }
    this.#size -= 1;
  }

  /** The items whose sequence is larger than `sequence`, in order. */
  *after(sequence: number): Generator<Item, void, undefined> {
    const start = this.#locate(sequence + 1);
    yield* this.#from(start.block, start.index);
  }

  /** The items from a position on, in order. */
  *fromOffset(offset: number): Generator<Item, void, undefined> {
    let skipped = 0;
    for (let block = 0; block < this.#blocks.length; block += 1) {
      const { length } = this.#blocks[block]!;
      if (skipped + length > offset) {
        yield* this.#from(block, offset - skipped);
        return;
      }
      skipped += length;
    }
  }

  *#from(firstBlock: number, firstIndex: number): Generator<Item, void, undefined> {
    for (let block = firstBlock; block < this.#blocks.length; block += 1) {
      const items = this.#blocks[block]!;
      for (let index = block === firstBlock ? firstIndex : 0; index < items.length; index += 1) {
        yield items[index]!;
      }
    }
  }

  /** The first position whose sequence is not smaller than `sequence`. */
  #locate(sequence: number): { block: number; index: number } {
    const block = firstIndex(this.#blocks, (items) => items.at(-1)!.sequence >= sequence);
    const items = this.#blocks[block] ?? [];
    return { block, index: firstIndex(items, (item) => item.sequence >= sequence) };
  }
}

/** Binary search: the first index whose element satisfies a condition that is false first and true later. */
function firstIndex<Element>(list: readonly Element[], condition: (element: Element) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (condition(list[middle]!)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
