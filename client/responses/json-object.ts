import type { ResponseBody } from "../transport/response-body";
import { InvalidAnswer } from "./invalid-answer";

/** Reads a body as a JSON object, whatever content type it came with (A7): its members decide whether it is right. */
export function parseJsonObject(body: ResponseBody): Readonly<Record<string, unknown>> {
  if (body.text === undefined) throw new InvalidAnswer("is not valid UTF-8");
  if (body.text.trim() === "") throw new InvalidAnswer("is empty");
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    // The parser's own message quotes the text, which may hold a password.
    throw new InvalidAnswer("is not valid JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidAnswer("is not a JSON object");
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A member of the object itself, never one of its prototype. */
export function memberOf(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A member that is a list of strings. */
export function stringsOf(object: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = memberOf(object, name);
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) {
    throw new InvalidAnswer(`has no list of strings named ${name}`);
  }
  return value;
}
