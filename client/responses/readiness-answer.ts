import type { ResponseBody } from "../transport/response-body";
import { InvalidAnswer } from "./invalid-answer";
import { memberOf, parseJsonObject } from "./json-object";

/** Reads `changes`: `none`, `pending`, or what else the service says (rule 42, A50). */
export function readReadiness(body: ResponseBody): string {
  const changes = memberOf(parseJsonObject(body), "changes");
  if (typeof changes !== "string") throw new InvalidAnswer("has no text named changes");
  return changes;
}
