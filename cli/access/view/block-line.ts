import { describeReasons, type AccessBlock, type AddressWording } from "../../../access/index";

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
