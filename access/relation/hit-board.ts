import type { AdmissionRow } from "./admission-row";
import type { Reason, ReasonSets } from "./reasons";

/**
 * Where the reasons of one listener are gathered, connector by connector, before they become a row. One bit for each
 * reason of each connector; the same memory serves one listener after the other.
 */
export class HitBoard {
  private readonly touched: Uint32Array;
  private touchedCount = 0;
  private readonly seen: Uint8Array;
  private certain: Uint32Array;
  private possible: Uint32Array;
  private words = 1;

  constructor(private readonly connectorCount: number) {
    this.touched = new Uint32Array(connectorCount);
    this.seen = new Uint8Array(connectorCount);
    this.certain = new Uint32Array(connectorCount);
    this.possible = new Uint32Array(connectorCount);
  }

  /** Makes room for a listener with that many reasons. The board must be empty. */
  reserve(reasonCount: number): void {
    const words = Math.max(1, Math.ceil(reasonCount / 32));
    if (words > this.words) {
      this.certain = new Uint32Array(this.connectorCount * words);
      this.possible = new Uint32Array(this.connectorCount * words);
      this.words = words;
    }
  }

  /** Notes that a reason, by its number among the listener's, admits a connector, or may. */
  hit(connector: number, reason: number, certain: boolean): void {
    if (this.seen[connector] === 0) {
      this.seen[connector] = 1;
      this.touched[this.touchedCount++] = connector;
    }
    const word = connector * this.words + (reason >>> 5);
    const board = certain ? this.certain : this.possible;
    board[word] = (board[word] as number) | (1 << (reason & 31));
  }

  /** Makes the row and empties the board. A connector that is admitted for certain keeps its certain reasons only. */
  takeRow(reasons: readonly Reason[], sets: ReasonSets): AdmissionRow {
    const connectors = this.touchedInOrder();
    const numbers = new Uint32Array(connectors.length);
    const certainty = new Uint8Array(connectors.length);
    const numberOfBits = new Map<string | number, number>();
    connectors.forEach((connector, place) => {
      const isCertain = this.isSet(this.certain, connector);
      const board = isCertain ? this.certain : this.possible;
      const bits = this.bitsOf(board, connector);
      let number = numberOfBits.get(bits);
      if (number === undefined) {
        number = sets.numberOf(reasons.filter((_, reason) => this.hasBit(board, connector, reason)));
        numberOfBits.set(bits, number);
      }
      numbers[place] = number;
      certainty[place] = isCertain ? 1 : 0;
    });
    this.clear(connectors);
    return { connectors, reasons: numbers, certain: certainty };
  }

  private clear(connectors: Uint32Array): void {
    for (const connector of connectors) {
      this.seen[connector] = 0;
      for (let word = 0; word < this.words; word++) {
        this.certain[connector * this.words + word] = 0;
        this.possible[connector * this.words + word] = 0;
      }
    }
    this.touchedCount = 0;
  }

  private touchedInOrder(): Uint32Array {
    const isSparse = this.touchedCount * 16 < this.connectorCount;
    if (isSparse) return this.touched.slice(0, this.touchedCount).sort();
    const positions = new Uint32Array(this.touchedCount);
    let count = 0;
    this.seen.forEach((seen, connector) => {
      if (seen === 1) positions[count++] = connector;
    });
    return positions;
  }

  private bitsOf(board: Uint32Array, connector: number): string | number {
    if (this.words === 1) return board[connector] as number;
    return board.subarray(connector * this.words, (connector + 1) * this.words).join();
  }

  private isSet(board: Uint32Array, connector: number): boolean {
    for (let word = 0; word < this.words; word++) if (board[connector * this.words + word] !== 0) return true;
    return false;
  }

  private hasBit(board: Uint32Array, connector: number, reason: number): boolean {
    const word = board[connector * this.words + (reason >>> 5)] as number;
    return (word & (1 << (reason & 31))) !== 0;
  }
}
