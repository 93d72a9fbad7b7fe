import fc from "fast-check";
import type { Readiness } from "../../../emulator";
import {
  edited,
  meansOfInterruption,
  names,
  strikableOperations,
  type Declaration,
  type Edit,
  type Happening,
  type Interruption,
  type Life,
  type Program,
  type Trouble,
} from "./life";
import {
  edit,
  faultPlan,
  foreignDelete,
  foreignEdit,
  foreignReset,
  groups,
  randomProgram,
} from "./random-life";

const rare = ["reset", "change", "delete"] as const;
const frequent = strikableOperations.filter((operation) => !rare.some((one) => one === operation));

/** All operations, the first of which is to be struck. */
const operations = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(shuffled(rare), shuffled(frequent)).map(([first, others]) => [...first, ...others]),
  },
  { weight: 2, arbitrary: shuffled(strikableOperations) },
);

const interruption: fc.Arbitrary<Interruption> = fc.record({
  operations,
  request: fc.nat(3),
  carriedOut: fc.boolean(),
  means: fc.constantFrom("kill run", ...meansOfInterruption),
});

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ faults: fc.array(faultPlan, { minLength: 1, maxLength: 2 }) }) },
  { weight: 5, arbitrary: fc.record({ interruption }) },
);

/** Short ones: under the real engine the time is real. */
const readiness = fc.constantFrom<Readiness[]>(
  { mode: "immediate" },
  { mode: "polls", polls: 2 },
  { mode: "delay", milliseconds: 300 },
  { mode: "manual" },
);

/** One thing is changed of one resource that the program has by then, so that one kind of write is due alone. */
interface Touch {
  readonly kind: "touch";
  readonly index: number;
  readonly what: "lists" | "password" | "removal";
  readonly groups: readonly string[];
  readonly passwordVersion: string | number;
}

const touch: fc.Arbitrary<Touch> = fc.record({
  kind: fc.constant("touch" as const),
  index: fc.nat(3),
  what: fc.constantFrom("lists", "lists", "password", "removal" as const),
  groups,
  passwordVersion: fc.constantFrom<(string | number)[]>(4, "five", 6),
});

/** What costs no run of the engine. */
const quick: fc.Arbitrary<Happening | Touch> = fc.oneof(
  { weight: 5, arbitrary: edit },
  { weight: 6, arbitrary: touch },
  { weight: 2, arbitrary: foreignEdit },
  { weight: 2, arbitrary: foreignReset },
  { weight: 1, arbitrary: foreignDelete },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("readiness" as const), readiness }) },
);

const run: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("up" as const), refresh: fc.boolean(), trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("refresh" as const), trouble }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("destroy" as const), trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("preview" as const) }) },
);

const turn = fc.tuple(fc.array(quick, { minLength: 1, maxLength: 4 }), run);

/** A life for the real engine: its first `up`, and one to three more runs, each after something else has happened. */
export const engineLife: fc.Arbitrary<Life> = fc
  .record({
    markers: fc.boolean(),
    program: randomProgram,
    first: trouble,
    turns: fc.array(turn, { minLength: 1, maxLength: 3, size: "max" }),
  })
  .map(({ first, turns, ...life }) => ({
    ...life,
    happenings: [
      { kind: "up" as const, refresh: false, trouble: first },
      ...withEdits(life.program, turns.flat(2)),
    ],
  }));

/** Makes an edit of each touch: one that the program has something for. */
function withEdits(first: Program, happenings: readonly (Happening | Touch)[]): Happening[] {
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

function shuffled<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}
