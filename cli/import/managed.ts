import type { Surroundings } from "../command/surroundings";
import { readStackFile } from "../stack/read-stack";

/** The addresses that the stacks of some exports manage. One that a stack only looks up is not managed by it. */
export async function managedAddresses(
  files: readonly string[],
  surroundings: Surroundings,
): Promise<ReadonlySet<string>> {
  const managed = new Set<string>();
  for (const file of files) {
    const { resources, pendingOperations } = await readStackFile(file, surroundings);
    for (const { id, external } of [...resources, ...pendingOperations.map(({ resource }) => resource)]) {
      if (id !== undefined && !external) managed.add(id);
    }
  }
  return managed;
}
