import {
  describeUnknowns,
  type AccessAddress,
  type AccessDifference,
  type ChangeKind,
} from "../../../access/index";
import { jsonArraysText } from "../../output/json";

/**
 * `{ opened: [{ from, to, via }], closed: [...], unknown: [...] }`, one pair a line, made while it is read. An unknown
 * pair has two members more: `change` (`mayOpen` or `mayClose`) and `notKnown` (what of which address).
 */
export function differenceJson(difference: AccessDifference): Generator<string> {
  return jsonArraysText({
    opened: pairTexts(difference, ["opened"]),
    closed: pairTexts(difference, ["closed"]),
    unknown: pairTexts(difference, ["mayOpen", "mayClose"]),
  });
}

function* pairTexts(difference: AccessDifference, kinds: readonly ChangeKind[]): Generator<string> {
  const ids = difference.connectors.latest.map(({ id }) => JSON.stringify(id));
  const isUnknown = kinds.includes("mayOpen");
  for (const pair of difference.listeners) {
    const to = (pair.after ?? pair.before) as AccessAddress;
    const toText = JSON.stringify(to.id);
    const row = difference.rowOf(pair);
    const texts = new Map<readonly string[], string>();
    for (const change of row.changes) {
      const { kind, connector } = change;
      if (!kinds.includes(kind)) continue;
      const reasons = row.reasonsOf(change);
      let via = texts.get(reasons);
      if (via === undefined) texts.set(reasons, (via = JSON.stringify(reasons)));
      const head = `{"from":${ids[connector]},"to":${toText},"via":${via}`;
      if (!isUnknown) yield `${head}}`;
      else {
        const from = difference.connectors.latest[connector] as AccessAddress;
        yield `${head},"change":"${kind}","notKnown":${JSON.stringify([...notKnown(from), ...notKnown(to)])}}`;
      }
    }
  }
}

function notKnown(address: AccessAddress): string[] {
  if (address.outside) return [`whether ${address.id} can connect`];
  return describeUnknowns(address).map((part) => `${part} of ${address.id}`);
}
