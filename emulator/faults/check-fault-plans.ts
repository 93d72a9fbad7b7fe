import { validateHeaderName, validateHeaderValue } from "node:http";
import {
  checkFields,
  count,
  duration,
  flag,
  isObject,
  oneOf,
  optional,
  positive,
  required,
  text,
} from "../input/field";
import type { Field } from "../input/field";
import type { Fault } from "./fault-plan";

const statusCode = required(
  "a status from 200 to 599",
  (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
);
const headerText = required("a text that may be in a header", (value) => isHeader("X", value));
const headers = required(
  "an object of header names and values",
  (value) => isObject(value) && Object.entries(value).every(([name, content]) => isHeader(name, content)),
);
const bodySize = required(
  "a number of bytes up to 1073741824",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1_073_741_824,
);

/** The members of each kind of fault, beside `kind`. */
const fieldsByKind: Readonly<Record<Fault["kind"], Readonly<Record<string, Field>>>> = {
  status: {
    status: statusCode,
    errorCode: optional(count),
    html: optional(flag),
    body: optional(text),
    contentType: optional(headerText),
    retryAfterSeconds: optional(count),
    retryAfterDateSeconds: optional(count),
    headers: optional(headers),
  },
  reset: {},
  hangUp: {},
  stall: {},
  delay: { milliseconds: duration },
  redirect: { location: headerText, status: optional(statusCode) },
  commitThenReset: {},
  commitThenStall: {},
  commitThenDelay: { milliseconds: duration },
  commitThenStatus: { status: statusCode },
  slowBody: { milliseconds: duration, bytes: optional(positive) },
  truncatedBody: { contentLength: oneOf("right", "wrong") },
  emptyBody: {},
  wrongContentType: { contentType: optional(headerText) },
  foreignLink: { url: optional(headerText) },
  hugeBody: { bytes: bodySize },
  binaryBody: { bytes: optional(bodySize) },
};

const planFields: Readonly<Record<string, Field>> = {
  operation: optional(oneOf("create", "list", "ready", "details", "change", "reset", "delete", "unknown")),
  cloudAddress: optional(text),
  method: optional(text),
  skip: optional(count),
  times: optional(
    required('a whole number from 1 or "forever"', (value) => value === "forever" || positive.accepts(value)),
  ),
  fault: required("an object with a kind", isObject),
};

/** Every fault of a list of fault plans, as sentences. */
export function checkFaultPlans(plans: unknown): string[] {
  if (!Array.isArray(plans)) {
    return ["faults must be a list of plans."];
  }
  return plans.flatMap((plan: unknown, index) => {
    const name = `faults[${index}]`;
    const fault = isObject(plan) && isObject(plan["fault"]) ? checkFault(`${name}.fault`, plan["fault"]) : [];
    return [...checkFields(name, plan, planFields), ...fault];
  });
}

function checkFault(name: string, fault: Record<string, unknown>): string[] {
  const kinds = Object.keys(fieldsByKind);
  const kind = oneOf(...kinds);
  return kind.accepts(fault["kind"])
    ? checkFields(name, fault, { kind, ...fieldsByKind[fault["kind"] as Fault["kind"]] })
    : [`${name}.kind must be ${kind.must}.`];
}

function isHeader(name: string, value: unknown): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value as string);
    return typeof value === "string";
  } catch {
    return false;
  }
}
