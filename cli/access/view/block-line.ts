import {
  describeReasons,
  type AccessBlock,
  type AccessRemainder,
  type AddressWording,
} from "../../../access/index";
import { counted } from "../../output/counted";

/** A block in words: `viewer-kim (support)` and `all 214 listeners of fleet-eu`. */
export interface BlockLine {
  readonly from: string;
  readonly to: string;
}

/** Says a block in words. Only the sources of one block are in memory at a time. */
export function blockLine(block: AccessBlock, wording: AddressWording): BlockLine {
  return {
    from: `${wording.sources(block.from())} (${describeReasons(block.via)})`,
    to: wording.targets(block.to),
  };
}

/** Says what is only counted. */
export function remainderText({ pairs, sources, targets }: AccessRemainder): string {
  return (
    `${counted(pairs, "more pair")} of ${counted(sources, "connect address", "connect addresses")} and ` +
    `${counted(targets, "listener")}, nearly each with reasons of its own: --json tells them all`
  );
}
