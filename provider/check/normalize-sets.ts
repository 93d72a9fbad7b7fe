import { stableSet } from "../cloud-address/set";
import { isUnknown } from "../cloud-address/unknown";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Brings the sets among the inputs into a stable order without duplicates: members that the old inputs had stay at
 * their old place, new ones follow in the program's order.
 */
export function normalizeSets(oldInputs: Properties, newInputs: Properties): Properties {
  const oldAccessControl = asProperties(oldInputs.accessControl);
  const accessControl = asProperties(newInputs.accessControl);
  return {
    ...newInputs,
    ...normalized("groups", oldInputs, newInputs),
    ...(accessControl && {
      accessControl: {
        ...accessControl,
        ...normalized("groups", oldAccessControl, accessControl),
        ...normalized("cloudAddresses", oldAccessControl, accessControl),
      },
    }),
  };
}

function normalized(name: string, earlier: Properties | undefined, properties: Properties): Properties {
  const members = properties[name];
  if (!Array.isArray(members)) return {};
  const earlierMembers = earlier?.[name];
  return {
    [name]: stableSet<unknown>(members, Array.isArray(earlierMembers) ? earlierMembers : [], isUnknown),
  };
}

/** Checked inputs have an object there, nothing, or an unknown. */
function asProperties(value: unknown): Properties | undefined {
  return isUnknown(value) ? undefined : (value as Properties | undefined);
}
