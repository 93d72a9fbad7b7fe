import { createWorld, lintAccess, summariseGroups } from "../../access/index";
import type { Surroundings } from "../command/surroundings";
import { styler } from "../output/colour";
import { jsonText } from "../output/json";
import { writeAll } from "../output/write";
import type { StackState } from "../stack/cloud-address-resource";
import { addressesOfStates } from "./address/addresses-of-states";
import { findAddresses } from "./address/find-addresses";
import { notesOfStates } from "./address/notes-of-states";
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
  const states = await readStates(files, options.stack, surroundings);
  for (const note of notesOfStates(states)) surroundings.errors.write(`note: ${note}\n`);
  await writeAll(surroundings.output, texts(states, options, surroundings));
}

function texts(
  states: readonly StackState[],
  options: ShowOptions,
  surroundings: Surroundings,
): Iterable<string> {
  const addresses = addressesOfStates(states);
  const world = createWorld(addresses);
  const paint = styler(surroundings.output, surroundings.environment);
  const filter = {
    ...(options.from !== undefined && { from: new Set(findAddresses(world.connectors, options.from)) }),
    ...(options.to !== undefined && { to: new Set(findAddresses(world.listeners, options.to)) }),
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
