import fc from "fast-check";
import type { Fault, FaultPlan, Readiness } from "../../../emulator";
import { groups } from "./groups";
import {
  names,
  type Declaration,
  type Happening,
  type Life,
  type Name,
  type Program,
  type Trouble,
} from "./life";
import { touch, withEdits, type Touch } from "./touch";

const name = fc.constantFrom(...names);

const sometimes = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const shared = {
  passwordVersion: sometimes(fc.constantFrom<(string | number)[]>(1, "1", 2, "three")),
  onExternalChange: sometimes(fc.constantFrom("ignore" as const, "resetPassword" as const)),
  readyTimeoutSeconds: sometimes(fc.constantFrom(0, 5)),
  account: fc.option(fc.constant("other" as const), { nil: undefined, freq: 15 }),
};

const accessControl = fc
  .record({ groups: sometimes(groups), resources: sometimes(fc.uniqueArray(name, { maxLength: 2 })) })
  .map(({ groups = ["support"], resources }) => withoutUndefined({ groups, resources }));

const connect = fc.record({ action: fc.constant("connect" as const), groups: sometimes(groups), ...shared });
const listen = fc.record({
  action: fc.constant("listen" as const),
  accessControl: sometimes(accessControl),
  ...shared,
});

/** Most edits keep the action, so that addresses grow old. */
const mostly = (usual: fc.Arbitrary<object>, other: fc.Arbitrary<object>): fc.Arbitrary<Declaration> =>
  fc
    .oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })
    .map((declared) => withoutUndefined(declared) as Declaration);

const declarations = {
  first: mostly(connect, listen),
  second: mostly(connect, listen),
  third: mostly(listen, connect),
  fourth: mostly(listen, connect),
} satisfies Record<Name, fc.Arbitrary<Declaration>>;

export const randomProgram = fc
  .record({
    first: declarations.first,
    second: sometimes(declarations.second),
    third: sometimes(declarations.third),
    fourth: sometimes(declarations.fourth),
  })
  .map((declared) => withoutUndefined(declared) as Program);

export const edit: fc.Arbitrary<Happening> = name.chain((name) =>
  fc
    .option(declarations[name], { nil: undefined, freq: 6 })
    .map((declaration) => ({ kind: "edit", name, ...(declaration !== undefined && { declaration }) })),
);

/** Faults that may befall any request, and say nothing about the address that is not true. */
const fault = fc.constantFrom<Fault[]>(
  { kind: "status", status: 429, retryAfterSeconds: 2 },
  { kind: "status", status: 429, retryAfterSeconds: 900 },
  { kind: "status", status: 503 },
  { kind: "status", status: 503, retryAfterDateSeconds: 3, html: true },
  { kind: "status", status: 500 },
  { kind: "status", status: 502, html: true },
  { kind: "status", status: 400 },
  { kind: "status", status: 400, errorCode: 1007 },
  { kind: "status", status: 401 },
  { kind: "status", status: 403 },
  { kind: "status", status: 409 },
  { kind: "status", status: 412 },
  { kind: "reset" },
  { kind: "hangUp" },
  { kind: "redirect", location: "https://vnc-cloud.invalid/" },
  { kind: "commitThenReset" },
  { kind: "commitThenStatus", status: 500 },
  { kind: "commitThenStatus", status: 502 },
  { kind: "truncatedBody", contentLength: "right" },
  { kind: "truncatedBody", contentLength: "wrong" },
  { kind: "emptyBody" },
);

export const faultPlan: fc.Arbitrary<FaultPlan> = fc
  .record({
    operation: sometimes(
      fc.constantFrom("create", "ready", "details", "change", "reset", "delete", "list" as const),
    ),
    skip: fc.nat(4),
    times: fc.constantFrom<(number | "forever")[]>(1, 1, 2, 5, "forever"),
    fault,
  })
  .map((plan) => withoutUndefined(plan) as FaultPlan);

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 5,
    arbitrary: fc.record({ faults: fc.array(faultPlan, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kill: fc.record({ request: fc.nat(12), carriedOut: fc.boolean() }) }),
  },
);

const readiness = fc.constantFrom<Readiness[]>(
  { mode: "immediate" },
  { mode: "polls", polls: 2 },
  { mode: "delay", milliseconds: 3000 },
  { mode: "manual" },
);

export const foreignEdit = fc.record({ kind: fc.constant("foreign edit" as const), name, groups });
export const foreignReset = fc.record({ kind: fc.constant("foreign reset" as const), name });
export const foreignDelete = fc.record({ kind: fc.constant("foreign delete" as const), name });

const happening: fc.Arbitrary<Happening | Touch> = fc.oneof(
  { weight: 9, arbitrary: edit },
  { weight: 4, arbitrary: touch },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("up" as const), refresh: fc.boolean(), trouble }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("refresh" as const), trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("destroy" as const), trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("preview" as const) }) },
  { weight: 2, arbitrary: foreignEdit },
  { weight: 2, arbitrary: foreignReset },
  { weight: 1, arbitrary: foreignDelete },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("readiness" as const), readiness }) },
);

/** Any life: its first program, and up to fourteen things that happen. */
export const randomLife: fc.Arbitrary<Life> = fc
  .record({
    markers: fc.boolean(),
    program: randomProgram,
    happenings: fc.array(happening, { minLength: 1, maxLength: 14, size: "max" }),
  })
  .map(({ happenings, ...life }) => ({ ...life, happenings: withEdits(life.program, happenings) }));

export function withoutUndefined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Partial<Value>;
}
