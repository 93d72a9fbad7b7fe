/** Keeps the rows that were asked for last. Most listeners of a fleet have equal profiles, so a few rows serve all. */
export class RowCache<Row> {
  private readonly rows = new Map<string, Row>();

  constructor(private readonly capacity = 64) {}

  /** The row of a profile, computed if it is not kept. */
  get(profile: string, compute: () => Row): Row {
    const kept = this.rows.get(profile);
    const row = kept ?? compute();
    this.rows.delete(profile);
    this.rows.set(profile, row);
    if (kept === undefined && this.rows.size > this.capacity) this.rows.delete(this.oldest());
    return row;
  }

  private oldest(): string {
    return this.rows.keys().next().value as string;
  }
}
