import fc from "fast-check";
import type { Readiness } from "../../../emulator";
import {
  meansOfInterruption,
  strikableOperations,
  type Happening,
  type Interruption,
  type Life,
  type Trouble,
} from "./life";
import { edit, faultPlan, foreignDelete, foreignEdit, foreignReset, randomProgram } from "./random-life";
import { touch, withEdits, type Touch } from "./touch";

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

function shuffled<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}
