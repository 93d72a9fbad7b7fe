import type { ImportEntry } from "./import-entry";
import { providerProperty } from "../../provider";

const lineWidth = 110;

/** The TypeScript that declares imported addresses just as they are, so that a preview shows no changes. */
export async function* programText(entries: AsyncIterable<ImportEntry>): AsyncGenerator<string> {
  yield 'import { CloudAddress } from "pulumi-vnc-cloud";\n';
  for await (const { name, id, inputs } of entries) yield `\n// ${id}\n${declaration(name, inputs)}\n`;
}

function declaration(
  name: string,
  { [providerProperty]: _provider, ...inputs }: ImportEntry["inputs"],
): string {
  const parts = [JSON.stringify(name), literal(inputs), "{ protect: true }"];
  const line = `new CloudAddress(${parts.join(", ")});`;
  return line.length <= lineWidth
    ? line
    : `new CloudAddress(\n${parts.map((part) => `  ${part},\n`).join("")});`;
}

/** A value as TypeScript: JSON, without the quotes around the names of arguments. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`);
  return `{ ${members.join(", ")} }`;
}
