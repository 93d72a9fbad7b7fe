/** Arguments of a cloud address, as JSON. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A program that declares each address under its name. */
export function programOf(addresses: Readonly<Record<string, Arguments>>): string {
  return Object.entries(addresses)
    .map(([name, args]) => `new CloudAddress(${JSON.stringify(name)}, ${JSON.stringify(args)});`)
    .join("\n");
}
