import type { CloudAddressInputs } from "../cloud-address/inputs";
import { maximumGroupLength } from "./group";

/** Something that the program should be warned about. */
export interface Warning {
  readonly kind: "openListener" | "groupName";
  readonly message: string;
}

/**
 * What is allowed but probably not meant, for the program to warn about; `check` has no way to say it.
 *
 * - an open listener: every connect address of the API key can connect (rule 20);
 * - a group name of at most 256 characters but more than 256 bytes: the service decides (A15);
 * - white space around a group name, control characters in it, or two names of one list that differ only in case or
 *   Unicode normal form: they are different groups (A16).
 */
export function warnings(inputs: Partial<CloudAddressInputs>): Warning[] {
  const { action, accessControl, groups } = inputs;
  const open: Warning[] =
    action === "listen" && accessControl === undefined
      ? [{ kind: "openListener", message: openListener }]
      : [];
  const names = [
    ...groupWarnings("groups", groups),
    ...groupWarnings("accessControl.groups", accessControl?.groups),
  ];
  return [...open, ...names.map((message) => ({ kind: "groupName" as const, message }))];
}

const openListener =
  "no accessControl, so every connect address of the same API key can connect to it. Name the " +
  'groups or cloud addresses that may connect, or set vnc-cloud:openListeners to "allow".';

function groupWarnings(path: string, groups: readonly string[] | undefined): string[] {
  if (!Array.isArray(groups)) return [];
  const names = [...new Set(groups as unknown[])].filter((group) => typeof group === "string");
  const spelled = new Map<string, string>();
  return names.flatMap((name) => {
    const shown = JSON.stringify(name);
    const found: string[] = [];
    if ([...name].length <= maximumGroupLength && Buffer.byteLength(name) > maximumGroupLength) {
      found.push(
        `${path}: ${shown} has more than ${maximumGroupLength} bytes; whether that is too long, the service decides.`,
      );
    }
    if (name !== name.trim() || /\p{Cc}/u.test(name)) {
      found.push(
        `${path}: ${shown} has white space around it or control characters in it; they are part of the name.`,
      );
    }
    const folded = name.normalize("NFC").toLowerCase();
    const twin = spelled.get(folded);
    if (twin !== undefined) {
      found.push(`${path}: ${JSON.stringify(twin)} and ${shown} look alike but are two different groups.`);
    }
    spelled.set(folded, name);
    return found;
  });
}
