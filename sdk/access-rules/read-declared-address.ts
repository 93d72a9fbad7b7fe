import type { AccessAddress, AccessControl, Action, ApiKey, NameList } from "../../access/index";
import { keyFingerprint } from "../../client/secrets/key-fingerprint";
import { containsUnknown, isUnknown } from "../../provider/cloud-address/unknown";
import { programConfiguration } from "../configuration/program-configuration";
import * as pulumi from "../pulumi/pulumi";
import type { DeclaredAddress } from "./declared-address";

/** An address of the program as the analysis takes it. */
export interface ReadAddress {
  readonly resource: pulumi.Resource;
  readonly address: AccessAddress;
  /**
   * The same, told more exactly where others are known: what is not known in its list of addresses can only be the
   * addresses from which the program made the list, if these are addresses of the program that connect.
   */
  narrowed(others: ReadonlyMap<pulumi.Resource, AccessAddress>): AccessAddress;
}

type Properties = Readonly<Record<string, unknown>>;

/** Reads what a program declares, once it is settled what is known of it. A secret counts as not known. */
export async function readDeclaredAddress(declared: DeclaredAddress): Promise<ReadAddress> {
  const { resource, name, args, options } = declared;
  const [properties, dependencies]: [Properties, ReadonlyMap<string, ReadonlySet<pulumi.Resource>>] =
    await pulumi.serializeResourceProperties(name, propertiesOf(declared));
  const [{ id }] = (await pulumi.serializeResourceProperties(name, { id: resource.id })) as [
    Properties,
    unknown,
  ];
  const known = [id, properties.adopt].find((value) => typeof value === "string" && !isUnknown(value));
  const address: AccessAddress = {
    id: typeof known === "string" && known !== "" ? known : `the new address ${name}`,
    name,
    collection: nameOf(options.parent) ?? "the program",
    key: keyOf(options.id === undefined ? properties.account : args.account, name),
    ...characteristicsOf(properties),
  };
  const sources = [...(dependencies.get("accessControl") ?? [])];
  return { resource, address, narrowed: (others) => narrow(address, sources, others) };
}

/** What is declared; of an address that the program only looks up, what it found. */
function propertiesOf({ resource, args, options }: DeclaredAddress): Record<string, unknown> {
  const source: object = options.id === undefined ? args : resource;
  const { action, groups, accessControl, account, adopt } = source as Record<string, unknown>;
  return { action, groups, accessControl, account, adopt };
}

function characteristicsOf({
  action,
  groups,
  accessControl,
}: Properties): Pick<AccessAddress, "action" | "groups" | "accessControl"> {
  const control = accessControl === undefined ? undefined : controlOf(accessControl);
  return {
    action: action === "connect" || action === "listen" ? (action satisfies Action) : "unknown",
    ...(groups !== undefined && { groups: namesOf(groups) }),
    ...(control && { accessControl: control }),
  };
}

function controlOf(value: unknown): AccessControl {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject || isSecret(value)) return "unknown";
  const { groups, cloudAddresses } = value as Properties;
  return { groups: namesOf(groups ?? []), cloudAddresses: namesOf(cloudAddresses ?? []) };
}

function namesOf(value: unknown): NameList {
  if (!Array.isArray(value)) return { known: [], unknown: "anything" };
  const known = value.filter((name): name is string => typeof name === "string" && !isUnknown(name));
  return known.length === value.length ? { known } : { known, unknown: "anything" };
}

/** A secret on the wire is an object with a signature, so it is no text and no list. */
function isSecret(value: object): boolean {
  return pulumi.specialSigKey in value;
}

function narrow(
  address: AccessAddress,
  sources: readonly pulumi.Resource[],
  others: ReadonlyMap<pulumi.Resource, AccessAddress>,
): AccessAddress {
  const { accessControl } = address;
  if (typeof accessControl !== "object" || !accessControl.cloudAddresses.unknown) return address;
  const named = sources.map((source) => others.get(source));
  const areConnectors = named.length > 0 && named.every((other) => other?.action === "connect");
  if (!areConnectors) return address;
  const unknown = named.map((other) => other?.id as string);
  const { known } = accessControl.cloudAddresses;
  return { ...address, accessControl: { ...accessControl, cloudAddresses: { known, unknown } } };
}

/** The key as the configuration has it, by its fingerprint; else the account stands for it. */
function keyOf(account: unknown, name: string): ApiKey {
  if (account !== undefined && (typeof account !== "string" || containsUnknown(account))) {
    return { name: `the account of ${name}`, known: false };
  }
  try {
    return { name: keyFingerprint(programConfiguration().account(account).apiKey), known: true };
  } catch {
    // `check` reports what is missing on every resource.
    return { name: `the account ${account ?? "default"}`, known: false };
  }
}

/** A resource has its logical name, though its type does not say so. */
function nameOf(resource: pulumi.Resource | undefined): string | undefined {
  return (resource as { __name?: string } | undefined)?.__name;
}
