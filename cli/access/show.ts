import { createWorld, lintAccess, printable, summariseGroups, type AccessAddress } from "../../access/index";
import type { Surroundings } from "../command/surroundings";
import { styler } from "../output/colour";
import { jsonText } from "../output/json";
import { writeAll } from "../output/write";
import { addressesOfStates } from "./address/addresses-of-states";
import { findAddresses } from "./address/find-addresses";
import { notesOfStates } from "./address/notes-of-states";
import { readLiveAddresses } from "./input/read-live";
import { readStates } from "./input/read-states";
import { findingsJson, findingsText } from "./view/findings-view";
import { groupsJson, groupsText } from "./view/groups-view";
import { mermaid } from "./view/mermaid";
import { page } from "./page/page";
import { reachText } from "./view/reach-text";
import { relationJson } from "./view/relation-json";
import { relationText } from "./view/relation-text";

/** The options of `vnc-cloud access`. */
export interface ShowOptions {
  readonly stack: readonly string[];
  readonly live?: boolean;
  readonly account: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly groups?: boolean;
  readonly lint?: boolean;
  readonly json?: boolean;
  readonly mermaid?: boolean;
  readonly html?: boolean;
}

/** Shows who can reach whom. */
export async function showAccess(
  files: readonly string[],
  options: ShowOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { addresses, notes } = await readAddresses(files, options, surroundings);
  for (const note of notes) surroundings.errors.write(`note: ${printable(note)}\n`);
  await writeAll(surroundings.output, texts(addresses, options, surroundings));
}

async function readAddresses(
  files: readonly string[],
  { live, account, stack }: ShowOptions,
  surroundings: Surroundings,
): Promise<{ addresses: readonly AccessAddress[]; notes: readonly string[] }> {
  const isLiveOnly = live && files.length + stack.length === 0;
  const states = isLiveOnly ? [] : await readStates(files, stack, surroundings);
  const addresses = addressesOfStates(states);
  if (!live) return { addresses, notes: notesOfStates(states) };
  return readLiveAddresses(account, addresses, surroundings);
}

function texts(
  addresses: readonly AccessAddress[],
  options: ShowOptions,
  surroundings: Surroundings,
): Iterable<string> {
  const world = createWorld(addresses);
  const paint = styler(surroundings.output, surroundings.environment);
  const filter = {
    ...(options.from !== undefined && { from: new Set(findAddresses(addresses, options.from, "connect")) }),
    ...(options.to !== undefined && { to: new Set(findAddresses(addresses, options.to, "listen")) }),
  };
  if (options.html) return page(world);
  if (options.mermaid) return mermaid(world);
  if (options.groups) {
    const groups = summariseGroups(world);
    return [options.json ? jsonText(groupsJson(groups)) : groupsText(groups, addresses)];
  }
  if (options.lint) {
    const findings = lintAccess(world);
    return [options.json ? jsonText(findingsJson(findings)) : findingsText(findings, addresses, paint)];
  }
  if (options.json) return relationJson(world, filter);
  return filter.from || filter.to ? reachText(world, filter, paint) : relationText(addresses, paint);
}
