import { assertCloudAddress } from "../requests/cloud-address";
import { UnprintedCredentials, type Credentials } from "../secrets/credentials";
import type { ResponseBody } from "../transport/response-body";
import { InvalidAnswer } from "./invalid-answer";
import { memberOf, parseJsonObject } from "./json-object";

/**
 * The answer to create and reset (rules 21 and 58). It is the only one that carries a password, so a body whose
 * connection broke is still used when all of it had arrived, whatever its content type.
 *
 * @param expected the address whose password was reset; undefined for create.
 */
export function readCredentials(body: ResponseBody, expected: string | undefined): Credentials {
  const object = parseJsonObject(body);
  const cloudAddress = memberOf(object, "cloudAddress");
  if (!isCloudAddress(cloudAddress)) throw new InvalidAnswer("names no cloud address");
  if (expected !== undefined && cloudAddress !== expected) {
    throw new InvalidAnswer("is about another cloud address");
  }
  const cloudPassword = memberOf(object, "cloudPassword");
  if (typeof cloudPassword !== "string" || cloudPassword === "") {
    throw new InvalidAnswer("contains no password", cloudAddress);
  }
  return new UnprintedCredentials(cloudAddress, cloudPassword);
}

function isCloudAddress(value: unknown): value is string {
  try {
    assertCloudAddress(value);
    return true;
  } catch {
    return false;
  }
}
