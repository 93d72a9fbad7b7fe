import type { components } from "../../openapi/types";
import type { Characteristics } from "../characteristics";
import { InvalidArgumentError } from "../errors/argument-errors";
import type { Operation } from "../errors/operation";

/** The JSON members that create and change share (rules 15 to 17 and 49). */
type CharacteristicsBody = components["schemas"]["CreateRequest"];

/**
 * The characteristics as the service wants them: duplicates removed, sorted (A17), never null and never an empty
 * list (A13, A14).
 *
 * @throws InvalidArgumentError for what would admit more than the caller said: access control that names nobody (the
 * service has no way to say "nobody", and leaving it out admits every address of the API key), or members of the
 * other action, which a program without types can pass.
 */
export function characteristicsBody(
  characteristics: Characteristics,
  operation: Operation,
): CharacteristicsBody {
  const { action, groups, accessControl } = characteristics as unknown as Record<string, unknown>;
  const refuse = (fault: string): never => {
    throw new InvalidArgumentError(`${fault} Nothing was sent.`, { operation });
  };
  if (action === "connect") {
    if (accessControl !== undefined)
      refuse("Access control belongs to listen addresses, not to connect ones.");
    return { allowedActions: [action], ...members("groups", groups, refuse) };
  }
  if (action !== "listen") return refuse('The action must be "connect" or "listen".');
  if (groups !== undefined) refuse("A listen address has no groups of its own; use its access control.");
  if (accessControl === undefined) return { allowedActions: [action] };
  if (typeof accessControl !== "object" || accessControl === null) {
    return refuse("The access control must be an object with groups and cloudAddresses.");
  }
  const lists = accessControl as Record<string, unknown>;
  const body = {
    ...members("groups", lists["groups"], refuse),
    ...members("cloudAddresses", lists["cloudAddresses"], refuse),
  };
  if (Object.keys(body).length === 0) {
    refuse(
      "The access control of a listen address names neither a group nor a cloud address. Name at least one, or " +
        "leave the access control out to admit every connect address of the API key.",
    );
  }
  return { allowedActions: [action], accessControl: body };
}

function members<Name extends string>(
  name: Name,
  list: unknown,
  refuse: (fault: string) => never,
): { [Key in Name]?: string[] } {
  if (list === undefined) return {};
  if (!Array.isArray(list) || !list.every((member) => typeof member === "string")) {
    return refuse(`${name} must be a list of strings.`);
  }
  if (list.length === 0) return {};
  const sorted: string[] = [...new Set(list)].sort();
  return { [name]: sorted } as Record<Name, string[]>;
}
