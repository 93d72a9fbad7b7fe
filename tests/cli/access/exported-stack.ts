/** One CloudAddress of an exported stack. */
export interface ExportedAddress {
  readonly name: string;
  /** Undefined: it is only being created. */
  readonly id?: string;
  readonly action: unknown;
  readonly groups?: unknown;
  readonly accessControl?: unknown;
  /** Fingerprint of its API key. */
  readonly key?: string;
  /** Name of the component it is in. */
  readonly component?: string;
  /** The existing address that it takes over. */
  readonly adopt?: string;
  /** Members of the resource itself, such as `external` or `delete`. */
  readonly resource?: Readonly<Record<string, unknown>>;
}

const type = "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress";

/** The URN of an address. */
export function urnOf(stack: string, name: string, component?: string): string {
  const types = component === undefined ? type : `vnc-cloud:index:DeviceFleet$${type}`;
  return `urn:pulumi:${stack.replace("/", "::").replace(/^(.*)::(.*)$/, "$2::$1")}::${types}::${name}`;
}

/** A resource as the engine writes it into a state or the step of a preview. */
export function exportedResource(
  stack: string,
  {
    name,
    id,
    action,
    groups,
    accessControl,
    key = "60413bc7d923",
    component,
    adopt,
    resource,
  }: ExportedAddress,
): Record<string, unknown> {
  const [project, stackName] = stack.split("/");
  const inputs = {
    __provider: "the text of the provider",
    action,
    ...(groups !== undefined && { groups }),
    ...(accessControl !== undefined && { accessControl }),
    ...(adopt !== undefined && { adopt }),
  };
  return {
    urn: urnOf(stack, name, component),
    custom: true,
    ...(id !== undefined && { id }),
    type,
    inputs,
    ...(id !== undefined && {
      outputs: {
        ...inputs,
        cloudAddress: id,
        cloudPassword: {
          "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
          ciphertext: "AAAB",
        },
        etag: "1",
        writtenEtag: "1",
        keyFingerprint: key,
      },
    }),
    parent:
      component === undefined
        ? `urn:pulumi:${stackName}::${project}::pulumi:pulumi:Stack::${project}-${stackName}`
        : `urn:pulumi:${stackName}::${project}::vnc-cloud:index:DeviceFleet::${component}`,
    ...resource,
  };
}

/** What `pulumi stack export` prints, as text. @param stack `project/stack`. */
export function exportedStack(stack: string, addresses: readonly ExportedAddress[]): string {
  const [project, stackName] = stack.split("/");
  const urn = `urn:pulumi:${stackName}::${project}::pulumi:pulumi:Stack::${project}-${stackName}`;
  return JSON.stringify({
    version: 3,
    deployment: {
      manifest: { version: "v3.255.0" },
      resources: [
        { urn, custom: false, type: "pulumi:pulumi:Stack" },
        ...addresses.map((address) => exportedResource(stack, address)),
      ],
    },
  });
}
