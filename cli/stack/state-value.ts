import { isUnknown } from "../../provider/cloud-address/unknown";

/** Stands where a secret stood: neither the encrypted text nor an exported plain text gets past the reading. */
export const hiddenSecret: unique symbol = Symbol("secret");

/** Stands where a value is not known before the update. */
export const unknownValue: unique symbol = Symbol("unknown");

/** A value of a resource's inputs or outputs, as the engine writes it in a state, a preview or an event. */
export type StateValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | typeof hiddenSecret
  | typeof unknownValue
  | readonly StateValue[]
  | StateProperties;

export interface StateProperties {
  readonly [name: string]: StateValue;
}

/** The property by which the engine marks special values, and its value for secrets (fixed in Pulumi's wire format). */
const signatureProperty = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What `pulumi preview --json` and event logs print in place of a secret. */
const printedSecret = "[secret]";

/**
 * A value as it was parsed, with every secret hidden and without the engine's own properties (`__provider`).
 * An exported secret is hidden even if the export was made with `--show-secrets`.
 */
export function stateValue(parsed: unknown): StateValue {
  if (parsed === printedSecret) return hiddenSecret;
  if (isUnknown(parsed)) return unknownValue;
  if (Array.isArray(parsed)) return parsed.map(stateValue);
  if (typeof parsed !== "object" || parsed === null) return parsed as StateValue;
  const signature = (parsed as Record<string, unknown>)[signatureProperty];
  if (signature === undefined) return stateProperties(parsed);
  return signature === secretSignature ? hiddenSecret : unknownValue;
}

/** The properties of a bag of inputs or outputs, by name; none if it is not an object. */
export function stateProperties(parsed: unknown): StateProperties {
  if (typeof parsed !== "object" || parsed === null) return {};
  const entries = Object.entries(parsed).filter(([name]) => !name.startsWith("__"));
  return Object.fromEntries(entries.map(([name, value]) => [name, stateValue(value)]));
}

/** A secret as an import file has it: the engine encrypts it when it takes it in. */
export function secretEnvelope(value: unknown): Readonly<Record<string, string>> {
  return { [signatureProperty]: secretSignature, plaintext: JSON.stringify(value) };
}
