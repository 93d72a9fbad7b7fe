import fc from "fast-check";
import { groups } from "./groups";
import { edited, names, type Declaration, type Edit, type Happening, type Program } from "./life";

/** One thing is changed of one resource that the program has by then, so that one kind of write is due alone. */
export interface Touch {
  readonly kind: "touch";
  readonly index: number;
  readonly what: "lists" | "password" | "removal";
  readonly groups: readonly string[];
  readonly passwordVersion: string | number;
}

export const touch: fc.Arbitrary<Touch> = fc.record({
  kind: fc.constant("touch" as const),
  index: fc.nat(3),
  what: fc.constantFrom("lists", "lists", "password", "removal" as const),
  groups,
  passwordVersion: fc.constantFrom<(string | number)[]>(4, "five", 6),
});

/** Makes an edit of each touch: one that the program has something for. */
export function withEdits(first: Program, happenings: readonly (Happening | Touch)[]): Happening[] {
  let program = first;
  return happenings.flatMap((happening) => {
    const result = happening.kind === "touch" ? editOf(happening, program) : happening;
    if (result?.kind === "edit") program = edited(program, result);
    return result ?? [];
  });
}

function editOf({ index, what, groups, passwordVersion }: Touch, program: Program): Edit | undefined {
  const declared = names.filter((name) => program[name] !== undefined);
  const name = declared[index % declared.length];
  if (name === undefined) return undefined;
  const { accessControl, ...declaration } = program[name] as Declaration;
  switch (what) {
    case "removal":
      return { kind: "edit", name };
    case "password":
      return { kind: "edit", name, declaration: { ...(program[name] as Declaration), passwordVersion } };
    case "lists": {
      const lists =
        declaration.action === "connect" ? { groups } : { accessControl: { ...accessControl, groups } };
      return { kind: "edit", name, declaration: { ...declaration, ...lists } };
    }
  }
}
