import {
  accessBlocks,
  AddressWording,
  blindSpots,
  describeUnknowns,
  printable,
  quotedIfOdd,
  type AccessAddress,
  type AccessBlock,
  type AccessDifference,
  type ChangeKind,
} from "../../../access/index";
import { blockLine, remainderText } from "./block-line";

/** One line of the difference: all pairs that change alike. */
export interface DifferenceLine {
  readonly text: string;
  /** What is not known, for what may open or close. */
  readonly unknown?: string;
  readonly pairs: number;
}

/** A difference in words. */
export interface DifferenceSummary {
  readonly lines: Readonly<Record<ChangeKind, readonly DifferenceLine[]>>;
  /** Numbers of pairs. */
  readonly pairs: Readonly<Record<ChangeKind, number>>;
  /** Whether the change has to do with a group whose other side is not among the addresses looked at. */
  readonly isPartial: boolean;
  /** What people should know of how this was told. */
  readonly notes: readonly string[];
}

/** Says a difference in words, largest lines first. */
export function summariseDifference(difference: AccessDifference): DifferenceSummary {
  const everyone = new Map(
    [...difference.before.addresses, ...difference.after.addresses].map((a) => [a.id, a]),
  );
  const wording = new AddressWording([...everyone.values()]);
  const lines: Record<ChangeKind, DifferenceLine[]> = { opened: [], closed: [], mayOpen: [], mayClose: [] };
  const pairs: Record<ChangeKind, number> = { opened: 0, closed: 0, mayOpen: 0, mayClose: 0 };
  let crossing = 0;
  const { blocks, remainders } = accessBlocks(difference);
  for (const block of blocks) {
    const line = lineOf(block, wording);
    lines[block.kind].push(line);
    pairs[block.kind] += line.pairs;
    if (block.kind !== "closed" && crossesKeys(block)) crossing++;
  }
  for (const of of Object.values(lines)) of.sort((one, other) => other.pairs - one.pairs);
  for (const remainder of remainders) {
    lines[remainder.kind].push({ text: remainderText(remainder), pairs: remainder.pairs });
    pairs[remainder.kind] += remainder.pairs;
  }
  const partial = blindNotes(difference, wording);
  const notes = [...(crossing > 0 ? [crossingNote] : []), ...partial];
  return { lines, pairs, isPartial: partial.length > 0, notes };
}

function lineOf(block: AccessBlock, wording: AddressWording): DifferenceLine {
  const { from, to } = blockLine(block, wording);
  const line = { text: `${from} → ${to}`, pairs: block.fromCount * block.to.length };
  const isCertain = block.kind === "opened" || block.kind === "closed";
  return isCertain ? line : { ...line, unknown: unknownsOf(block, wording) };
}

function unknownsOf(block: AccessBlock, wording: AddressWording): string {
  const byPart = new Map<string, AccessAddress[]>();
  for (const address of [...block.from(), ...block.to]) {
    const parts = address.outside ? ["whether it can connect"] : describeUnknowns(address);
    for (const part of parts) {
      const alike = byPart.get(part);
      if (alike) alike.push(address);
      else byPart.set(part, [address]);
    }
  }
  return [...byPart].map(([part, addresses]) => `${part} of ${wording.anyOf(addresses)}`).join("; ");
}

function crossesKeys(block: AccessBlock): boolean {
  if (block.via.includes("open")) return false;
  const keys = new Set(
    [...block.from(), ...block.to].filter(({ outside }) => !outside).map(({ key }) => key.name),
  );
  return keys.size > 1;
}

const crossingNote =
  "Some of these pairs belong to different API keys. The VNC Cloud API documentation does not say that a group or an " +
  "address ends at the key, so they are counted as if it did not.";

function blindNotes(difference: AccessDifference, wording: AddressWording): string[] {
  return blindSpots(difference)
    .map(({ group, change, addresses }) =>
      change === "joins"
        ? `${wording.sources(addresses)} will be in the group ${quotedIfOdd(group)}, which no access list here names. ` +
          "Listeners of other stacks that name it open to them: give those stacks with --with."
        : `${wording.targets(addresses)} will admit the group ${quotedIfOdd(group)}, of which nobody here is a member. ` +
          "Members in other stacks get access: give those stacks with --with.",
    )
    .map(printable);
}
