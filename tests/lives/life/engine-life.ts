import fc from "fast-check";
import type { Readiness } from "../../../emulator";
import type { Happening, Interruption, Life, Trouble } from "./life";
import { edit, faultPlan, foreignDelete, foreignEdit, foreignReset, randomProgram } from "./random-life";

const interruption: fc.Arbitrary<Interruption> = fc.record({
  operation: fc.constantFrom("create", "create", "ready", "details", "change", "reset", "delete" as const),
  request: fc.nat(1),
  carriedOut: fc.boolean(),
  means: fc.constantFrom("kill run", "kill run", "kill command", "kill provider", "interrupt" as const),
});

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ faults: fc.array(faultPlan, { minLength: 1, maxLength: 2 }) }) },
  { weight: 4, arbitrary: fc.record({ interruption }) },
);

/** Short ones: under the real engine the time is real. */
const readiness = fc.constantFrom<Readiness[]>(
  { mode: "immediate" },
  { mode: "polls", polls: 2 },
  { mode: "delay", milliseconds: 300 },
  { mode: "manual" },
);

/** What costs no run of the engine. */
const quick: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: edit },
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
    happenings: [{ kind: "up" as const, refresh: false, trouble: first }, ...turns.flat(2)],
  }));
