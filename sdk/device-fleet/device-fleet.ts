import * as pulumi from "../pulumi/pulumi";
import type { ListenCloudAddressArgs } from "../cloud-address/arguments";
import { CloudAddress } from "../cloud-address/cloud-address";
import type { DeviceArgs, DeviceFleetArgs } from "./arguments";

/** What a device needs to listen. */
export interface DeviceCredentials {
  readonly cloudAddress: string;
  /** Undefined for an address that was taken over without a reset. */
  readonly cloudPassword: string | undefined;
}

/**
 * One listen address per device, named by the device's own stable key. Adding or removing a device touches no other.
 *
 * @example
 * const fleet = new DeviceFleet("kiosks", {
 *   accessControl: { groups: ["support"] },
 *   cohorts: { canary: { passwordVersion: 2 }, rest: { passwordVersion: 1 } },
 *   devices: { "SN-0001": { cohort: "canary" }, "SN-0002": { cohort: "rest" } },
 * });
 * export const inventory = fleet.inventory;     // { "SN-0001": "zt3Fo...", ... }
 * export const credentials = fleet.credentials; // a secret
 */
export class DeviceFleet extends pulumi.ComponentResource {
  /** The addresses as resources, by key. */
  readonly devices: Readonly<Record<string, CloudAddress>>;
  /** Key to cloud address. */
  readonly inventory: pulumi.Output<Record<string, string>>;
  /** Key to address and password, a secret. */
  readonly credentials: pulumi.Output<Record<string, DeviceCredentials>>;

  constructor(name: string, args: DeviceFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vnc-cloud:index:DeviceFleet", name, {}, opts);
    this.devices = Object.fromEntries(
      Object.entries(args.devices).map(([key, device]) => [
        key,
        new CloudAddress(`${name}-${key}`, deviceAddressArgs(key, device, args), {
          parent: this,
          ...(device.aliases !== undefined && { aliases: device.aliases }),
        }),
      ]),
    );
    this.inventory = pulumi.all(mapValues(this.devices, ({ cloudAddress }) => cloudAddress));
    const credentials: Record<string, pulumi.Output<DeviceCredentials>> = mapValues(this.devices, (device) =>
      pulumi.all([device.cloudAddress, device.cloudPassword]).apply(credentialsOf),
    );
    this.credentials = pulumi.secret(pulumi.all(credentials));
    // Both can be had from the addresses' own state; in the component's they would be stored a second time.
    this.registerOutputs({});
  }
}

function credentialsOf([cloudAddress, cloudPassword]: [string, string | undefined]): DeviceCredentials {
  return { cloudAddress, cloudPassword };
}

function deviceAddressArgs(key: string, device: DeviceArgs, fleet: DeviceFleetArgs): ListenCloudAddressArgs {
  const { onExternalChange, readyTimeoutSeconds, account } = fleet;
  return {
    action: "listen",
    accessControl: device.accessControl ?? fleet.accessControl,
    passwordVersion: passwordVersion(key, device, fleet),
    onExternalChange,
    readyTimeoutSeconds,
    account,
    adopt: device.adopt,
  };
}

function passwordVersion(
  key: string,
  device: DeviceArgs,
  fleet: DeviceFleetArgs,
): ListenCloudAddressArgs["passwordVersion"] {
  if (device.passwordVersion !== undefined) return device.passwordVersion;
  if (device.cohort === undefined) return fleet.passwordVersion;
  const cohort = fleet.cohorts?.[device.cohort];
  if (cohort === undefined) {
    const names = Object.keys(fleet.cohorts ?? {}).join(", ") || "none";
    throw new Error(
      `The device "${key}" is in the cohort "${device.cohort}", which is not declared. Declare it in cohorts (there are: ` +
        `${names}), or correct the device's cohort.`,
    );
  }
  return cohort.passwordVersion;
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
