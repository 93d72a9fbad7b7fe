import {
  accessBlocks,
  AddressWording,
  compareAccess,
  lintAccess,
  createWorld,
  type AccessAddress,
} from "../../../access/index";
import type { Styler } from "../../output/colour";
import { blockLine, remainderText } from "./block-line";
import { findingsText } from "./findings-view";

/** Who can reach whom for people: one line for all pairs that are alike, then what looks like a mistake. */
export function* relationText(addresses: readonly AccessAddress[], paint: Styler): Generator<string> {
  const wording = new AddressWording(addresses);
  const sources = addresses.filter((address) => address.action !== "listen").length;
  yield `${sources} connect addresses, ${addresses.length - sources} listen addresses\n\n`;
  const { blocks, remainders } = accessBlocks(compareAccess([], addresses));
  if (blocks.length + remainders.length === 0) yield "Nobody can connect to anybody.\n";
  for (const block of blocks) {
    const { from, to } = blockLine(block, wording);
    const mark = block.kind === "opened" ? "" : `${paint("yellow", "?")} `;
    yield `${mark}${from} ${paint("dim", "→")} ${to}\n`;
  }
  for (const remainder of remainders) yield `${remainderText(remainder)}\n`;
  const findings = lintAccess(createWorld(addresses));
  if (findings.length > 0)
    yield `\n${paint("bold", "Worth a look")}\n${findingsText(findings, addresses, paint)}`;
}
