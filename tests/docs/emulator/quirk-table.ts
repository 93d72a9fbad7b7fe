import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { defaultQuirks } from "../../../emulator";
import { repository } from "../../../tools/repository";

/** The rows of the table of quirks, as the type that declares them says: name, values with the default, meaning. */
export function quirkRows(): string[][] {
  const path = resolve(repository, "emulator/quirks/quirks.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const declaration = source.statements.find(ts.isInterfaceDeclaration);
  const members = [...(declaration?.members ?? [])].filter((member) => ts.isPropertySignature(member));
  return members.map((member) => {
    const name = member.name.getText() as keyof typeof defaultQuirks;
    const meaning = ts.getJSDocCommentsAndTags(member).map(({ comment }) => comment);
    return [`\`${name}\``, valuesOf(member.type, defaultQuirks[name]), meaning.join(" ")];
  });
}

function valuesOf(type: ts.TypeNode | undefined, byDefault: string | number | boolean): string {
  const values = type !== undefined && ts.isUnionTypeNode(type) ? type.types.map(textOfLiteral) : [];
  if (typeof byDefault === "boolean") return byDefault ? "**true**, false" : "true, **false**";
  if (values.length === 0) return `**${byDefault}**`;
  return values.map((value) => (value === byDefault ? `**${value}**` : value)).join(", ");
}

function textOfLiteral(type: ts.TypeNode): string {
  return type.getText().replaceAll('"', "");
}
