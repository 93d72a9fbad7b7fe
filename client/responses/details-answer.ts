import type { AccessControl, Characteristics } from "../characteristics";
import type { Answer } from "../transport/exchange";
import { parseEntityTag } from "./entity-tag";
import { InvalidAnswer } from "./invalid-answer";
import { memberOf, parseJsonObject, stringsOf } from "./json-object";

/** What the service knows about a cloud address (rule 46). Its password cannot be read (rule 47). */
export interface CloudAddressDetails {
  readonly cloudAddress: string;
  readonly characteristics: Characteristics;
  /** The entity version as an opaque text, without `W/` and quotes; undefined when the service sent none (A1). */
  readonly etag: string | undefined;
}

/**
 * Reads the answer to details. Unknown members are ignored (A23); what is known must be understood, because a
 * misread access list would be written back: an unknown action or several (A11), a list that is none, another
 * address, or members of the other action.
 */
export function readDetails(answer: Answer, cloudAddress: string): CloudAddressDetails {
  const object = parseJsonObject(answer.body);
  if (memberOf(object, "cloudAddress") !== cloudAddress) {
    throw new InvalidAnswer("is about another cloud address");
  }
  return {
    cloudAddress,
    characteristics: characteristicsOf(object),
    etag: parseEntityTag(answer.header("etag")),
  };
}

function characteristicsOf(object: Readonly<Record<string, unknown>>): Characteristics {
  const actions = new Set(stringsOf(object, "allowedActions"));
  const [action] = actions;
  if (actions.size !== 1 || (action !== "connect" && action !== "listen")) {
    throw new InvalidAnswer('has allowed actions other than one of "connect" and "listen"');
  }
  const groups = optionalStrings(object, "groups");
  if (action === "connect") {
    if (memberOf(object, "accessControl") !== undefined) {
      throw new InvalidAnswer("has access control on a connect address");
    }
    return { action, ...(groups === undefined ? {} : { groups }) };
  }
  if (groups !== undefined) throw new InvalidAnswer("has groups on a listen address");
  const accessControl = accessControlOf(memberOf(object, "accessControl"));
  return { action, ...(accessControl === undefined ? {} : { accessControl }) };
}

function accessControlOf(value: unknown): AccessControl | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    // Null included: reading it as "not set" would show a closed address as one that admits everybody.
    throw new InvalidAnswer("has access control that is no object");
  }
  const object = value as Readonly<Record<string, unknown>>;
  const groups = optionalStrings(object, "groups");
  const cloudAddresses = optionalStrings(object, "cloudAddresses");
  return {
    ...(groups === undefined ? {} : { groups }),
    ...(cloudAddresses === undefined ? {} : { cloudAddresses }),
  };
}

/** An empty list and a missing one mean the same. */
function optionalStrings(
  object: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] | undefined {
  if (memberOf(object, name) === undefined) return undefined;
  const list = stringsOf(object, name);
  return list.length === 0 ? undefined : list;
}
