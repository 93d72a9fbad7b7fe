import { names, type Program } from "./life";

/** Under the real engine the time is real: no address is awaited longer. */
const longestWaitSeconds = 1;

/** The program of a life in JavaScript, for Pulumi. */
export function programText(program: Program): string {
  const declared = names.filter((name) => program[name] !== undefined);
  const statements = declared.map((name, index) => {
    const { accessControl, ...declaration } = program[name] as NonNullable<Program[typeof name]>;
    const { readyTimeoutSeconds = longestWaitSeconds, ...others } = declaration;
    const wait = Math.min(readyTimeoutSeconds, longestWaitSeconds);
    const properties = Object.entries({ ...others, readyTimeoutSeconds: wait }).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}`,
    );
    if (accessControl !== undefined) {
      const { groups, resources = [] } = accessControl;
      const admitted = declared.slice(0, index).filter((other) => resources.includes(other));
      const addresses = admitted.map((other) => `${other}.cloudAddress`);
      const lists = [
        ...(groups === undefined ? [] : [`groups: ${JSON.stringify(groups)}`]),
        ...(addresses.length === 0 ? [] : [`cloudAddresses: [${addresses.join(", ")}]`]),
      ];
      properties.push(`accessControl: { ${lists.join(", ")} }`);
    }
    return `const ${name} = new CloudAddress("${name}", { ${properties.join(", ")} });`;
  });
  return statements.join("\n");
}
