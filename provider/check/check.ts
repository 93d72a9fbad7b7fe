import { argumentNames, isArgument, type CloudAddressInputs } from "../cloud-address/inputs";
import { isUnknown } from "../cloud-address/unknown";
import type { OpenListeners } from "../configuration/configuration";
import { argumentFaults } from "./argument";
import type { Fault } from "./fault";
import { normalizeSets } from "./normalize-sets";
import { unknownNameFault } from "./unknown-name";

/** What the configuration has to say about a resource's arguments. */
export interface CheckConfiguration {
  /** @throws ConfigurationError */
  openListeners(): OpenListeners;
  /** @throws ConfigurationError when the account is not, or wrongly, configured. */
  account(account?: string): unknown;
  /** @throws ConfigurationError when it is too long. */
  ownershipGroup(): string | undefined;
}

/** Checked inputs, or every fault there is. */
export interface CheckResult {
  readonly inputs: CloudAddressInputs;
  readonly faults: readonly Fault[];
}

/**
 * Checks the arguments of a cloud address against rules 15 to 30: all faults at once, each on its argument. Unknown
 * values pass unchanged; they are checked when they are known. The only change that it makes is
 * {@link normalizeSets}.
 *
 * @param oldInputs The inputs that the last check returned; empty for a new resource.
 */
export function check(
  oldInputs: Readonly<Record<string, unknown>>,
  newInputs: Readonly<Record<string, unknown>>,
  configuration: CheckConfiguration,
): CheckResult {
  const ownership = attempt(() => configuration.ownershipGroup());
  const reservedGroup = newInputs.__owner === undefined ? undefined : ownership.value;
  const faults = [
    ...argumentNames.flatMap((property) =>
      argumentFaults[property](newInputs, reservedGroup).map((reason) => ({ property, reason })),
    ),
    ...unknownArguments(newInputs),
    ...ownership.reasons.map((reason) => ({ property: "", reason })),
    ...configurationFaults(newInputs, configuration),
  ];
  const inputs = (faults.length === 0
    ? normalizeSets(oldInputs, newInputs)
    : newInputs) as unknown as CloudAddressInputs;
  return { inputs, faults };
}

function unknownArguments(inputs: Readonly<Record<string, unknown>>): Fault[] {
  return Object.keys(inputs)
    .filter((name) => !isArgument(name))
    .map((name) => ({
      // The engine prints the value of the property that a fault is on: not one that may be a secret.
      property: /pass|secret|token|key/i.test(name) ? "" : name,
      reason: unknownNameFault(name, name, argumentNames),
    }));
}

function configurationFaults(
  inputs: Readonly<Record<string, unknown>>,
  configuration: CheckConfiguration,
): Fault[] {
  const { account, action, accessControl } = inputs;
  const faults: Fault[] = [];
  if (account === undefined || (typeof account === "string" && account !== "" && !isUnknown(account))) {
    const property = account === undefined ? "" : "account";
    const { reasons } = attempt(() => configuration.account(account));
    faults.push(...reasons.map((reason) => ({ property, reason })));
  }
  const policy = attempt(() => configuration.openListeners());
  faults.push(...policy.reasons.map((reason) => ({ property: "", reason })));
  if (policy.value === "deny" && action === "listen" && accessControl === undefined) {
    faults.push({
      property: "accessControl",
      reason:
        "accessControl is missing, so every connect address of the API key could connect, and vnc-cloud:openListeners is " +
        '"deny": name the groups or cloud addresses that may connect.',
    });
  }
  return faults;
}

function attempt<Value>(action: () => Value): { value?: Value; reasons: readonly string[] } {
  try {
    return { value: action(), reasons: [] };
  } catch (error) {
    return { reasons: [(error as Error).message] };
  }
}
