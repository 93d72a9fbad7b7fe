import type { AdmissionRow } from "./admission-row";
import type { Reason } from "./reasons";
import { RowBits } from "./row-bits";

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
  takeRow(reasons: readonly Reason[]): AdmissionRow {
    const connectors = this.touchedInOrder();
    const numbers = new Uint32Array(connectors.length);
    const certainty = new Uint8Array(connectors.length);
    const bits = new RowBits(this.words, reasons);
    for (let place = 0; place < connectors.length; place++) {
      const first = (connectors[place] as number) * this.words;
      const isCertain = this.isSet(this.certain, first);
      numbers[place] = bits.numberOf(isCertain ? this.certain : this.possible, first);
      certainty[place] = isCertain ? 1 : 0;
      this.seen[connectors[place] as number] = 0;
      for (let word = first; word < first + this.words; word++) {
        this.certain[word] = 0;
        this.possible[word] = 0;
      }
    }
    this.touchedCount = 0;
    const reasonsOf = (number: number) => bits.reasonsOf(number);
    return { connectors, reasons: numbers, certain: certainty, reasonsOf };
  }

  private touchedInOrder(): Uint32Array {
    const isSparse = this.touchedCount * 16 < this.connectorCount;
    if (isSparse) return this.touched.slice(0, this.touchedCount).sort();
    const positions = new Uint32Array(this.touchedCount);
    let count = 0;
    for (let connector = 0; connector < this.connectorCount; connector++) {
      if (this.seen[connector] === 1) positions[count++] = connector;
    }
    return positions;
  }

  private isSet(board: Uint32Array, first: number): boolean {
    for (let word = first; word < first + this.words; word++) if (board[word] !== 0) return true;
    return false;
  }
}
