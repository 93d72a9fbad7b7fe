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
    for (const { kind, connector, reasons } of difference.rowOf(pair)) {
      if (!kinds.includes(kind)) continue;
      const via = JSON.stringify(difference.reasonSets.get(reasons));
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
