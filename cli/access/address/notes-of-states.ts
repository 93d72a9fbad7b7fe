import type { StackState } from "../../stack/cloud-address-resource";
import { hasSecret } from "./characteristics";

/** What people should know before they trust what these states say of access. */
export function notesOfStates(states: readonly StackState[]): string[] {
  return states.flatMap(({ label, resources, pendingOperations }) => [
    ...pendingOperations.map(
      ({ type, resource }) =>
        `${label}: a run broke off while ${type} ${resource.name}, so the service may differ from the state. ` +
        'Run "pulumi refresh".',
    ),
    ...resources
      .filter(({ outputs }) => hasSecret(outputs.groups) || hasSecret(outputs.accessControl))
      .map(
        ({ name }) =>
          `${label}: ${name} keeps its groups or access control secret; what they may admit is marked "?".`,
      ),
  ]);
}
