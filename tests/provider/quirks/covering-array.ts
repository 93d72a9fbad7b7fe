/** A row of a covering array: one value for every factor. */
export type Row = readonly unknown[];

/**
 * Rows in which every two values of every two factors meet at least once. Greedy: each row begins with a pair that has
 * not met yet and takes, factor by factor, the value that adds most new pairs.
 *
 * @param factors The values of each factor.
 */
export function coveringArray(factors: readonly (readonly unknown[])[]): Row[] {
  const missing = new Set<string>();
  const pair = (a: number, x: number, b: number, y: number): string =>
    a < b ? `${a}.${x}-${b}.${y}` : `${b}.${y}-${a}.${x}`;
  factors.forEach((values, a) =>
    factors.slice(0, a).forEach((others, b) => {
      for (const x of values.keys()) for (const y of others.keys()) missing.add(pair(a, x, b, y));
    }),
  );
  const rows: number[][] = [];
  for (let [first] = missing; first !== undefined; [first] = missing) {
    const row = new Map<number, number>();
    for (const place of first.split("-")) {
      const [factor = 0, value = 0] = place.split(".").map(Number);
      row.set(factor, value);
    }
    for (const [factor, values] of factors.entries()) {
      if (row.has(factor)) continue;
      const gain = (value: number): number =>
        [...row].filter(([other, chosen]) => missing.has(pair(factor, value, other, chosen))).length;
      const best = [...values.keys()].reduce((left, right) => (gain(right) > gain(left) ? right : left));
      row.set(factor, best);
    }
    for (const [a, x] of row) for (const [b, y] of row) if (a !== b) missing.delete(pair(a, x, b, y));
    rows.push(factors.map((_values, factor) => row.get(factor) as number));
  }
  return rows.map((row) => row.map((value, factor) => factors[factor]?.[value]));
}
