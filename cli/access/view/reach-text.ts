import {
  accessRelation,
  describeReasons,
  printable,
  type AccessAddress,
  type AccessWorld,
} from "../../../access/index";
import type { Styler } from "../../output/colour";
import { table } from "../../output/table";

/** Who can reach one address, and whom it can reach, as tables. */
export function* reachText(
  world: AccessWorld,
  wanted: { readonly from?: ReadonlySet<AccessAddress>; readonly to?: ReadonlySet<AccessAddress> },
  paint: Styler,
): Generator<string> {
  const rows: string[][] = [];
  for (const { listener, admits } of accessRelation(world)) {
    if (wanted.to && !wanted.to.has(listener)) continue;
    for (const { from, via, certain } of admits) {
      if (wanted.from && !wanted.from.has(from)) continue;
      rows.push([
        printable(from.name),
        printable(from.collection),
        printable(listener.name),
        printable(listener.collection),
        certain ? describeReasons(via) : `? ${describeReasons(via)}`,
        wanted.to ? from.id : listener.id,
      ]);
    }
  }
  const other = wanted.to ? "address of from" : "address of to";
  if (rows.length === 0) yield "Nobody.\n";
  else yield table(["from", "of", "to", "of", "via", other], rows);
  if (rows.some((row) => row[4]?.startsWith("?"))) {
    yield paint("yellow", "? = only perhaps: something that decides it is not known.\n");
  }
}
