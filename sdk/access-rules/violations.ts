import {
  AddressWording,
  describeReasons,
  describeSelector,
  forbiddenOpenings,
  forbiddenPaths,
  type AccessWorld,
  type NeverRule,
} from "../../access/index";

/** What the rule forbids and the world has, a line for each path, made while it is read. */
export function* violationsOf(world: AccessWorld, rule: NeverRule): Generator<string> {
  const wording = new AddressWording(world.addresses);
  const told = new Set<string>();
  for (const { from, to, via, certain } of forbiddenPaths(world, rule)) {
    for (const reason of via) told.add(JSON.stringify([to.id, reason]));
    const perhaps = certain ? "" : "perhaps, since not everything is known yet: ";
    yield `${perhaps}${wording.name(from)} -> ${wording.name(to)} (${describeReasons(via)})`;
  }
  for (const { to, via, certain } of forbiddenOpenings(world, rule)) {
    if (told.has(JSON.stringify([to.id, via]))) continue;
    const perhaps = certain ? "" : "perhaps, since not everything is known yet: ";
    const whom =
      via === "open" ? "every connect address of the API key" : `whoever is in ${describeReasons([via])}`;
    yield `${perhaps}${whom}, of any stack -> ${wording.name(to)}`;
  }
}

const mostTold = 10;

/** What fails the run. @param violations Lines; of many only some. */
export function violationText(rule: NeverRule, violations: readonly string[]): string {
  const { from, to, except, because } = rule;
  const exception = except ? `, except ${describeSelector(except)},` : "";
  const told = violations.slice(0, mostTold).map((text) => `  ${text}`);
  const more = violations.length - told.length;
  return [
    `Forbidden access${because === undefined ? "" : ` (${because})`}: never from ${describeSelector(from)}${exception} to ${describeSelector(to)}.`,
    ...told,
    ...(more > 0 ? [`  and ${more} more`] : []),
    "Take the group or address out of the access list, or the member out of the group; or change the assertAccess that forbids it.",
  ].join("\n");
}
