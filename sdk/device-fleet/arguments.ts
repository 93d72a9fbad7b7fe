import type { Alias, Input, URN } from "../pulumi/pulumi";
import type { AccessControlArgs } from "../cloud-address/arguments";

/** One device of a {@link DeviceFleet}. */
export interface DeviceArgs {
  /** Who may connect to this device, **instead of** the fleet's access control. */
  readonly accessControl?: Input<AccessControlArgs> | undefined;
  /** The cohort whose `passwordVersion` the device follows. */
  readonly cohort?: string | undefined;
  /** The device's own password version, instead of its cohort's or the fleet's. */
  readonly passwordVersion?: Input<string | number> | undefined;
  /** The ID of an existing address to take over for this device. */
  readonly adopt?: Input<string> | undefined;
  /**
   * Earlier identities of the device's resource, so that an address that was declared on its own moves into the fleet:
   * `[{ name: "kiosk-7", parent: pulumi.rootStackResource }]`.
   */
  readonly aliases?: Input<URN | Alias>[] | undefined;
}

/** Devices whose passwords are rotated together. */
export interface CohortArgs {
  /** A change resets the passwords of the cohort's devices. */
  readonly passwordVersion: Input<string | number>;
}

/** The arguments of a {@link DeviceFleet}. */
export interface DeviceFleetArgs {
  /**
   * The devices by a stable key of their own, such as the serial number. The key is part of the resource's name: a
   * device keeps its address for as long as it keeps its key, whatever other devices come and go.
   */
  readonly devices: Readonly<Record<string, DeviceArgs>>;
  /** Who may connect to the devices that say nothing else. Omitted = every connect address of the API key. */
  readonly accessControl?: Input<AccessControlArgs> | undefined;
  /** Cohorts by name, for rotation in waves. */
  readonly cohorts?: Readonly<Record<string, CohortArgs>> | undefined;
  /** The password version of devices that neither have one nor are in a cohort. */
  readonly passwordVersion?: Input<string | number> | undefined;
  /** As for each address: what to do when somebody else wrote to it. */
  readonly onExternalChange?: Input<"ignore" | "resetPassword"> | undefined;
  /** As for each address: seconds to wait until it is ready. Default 120. */
  readonly readyTimeoutSeconds?: Input<number> | undefined;
  /** Name of the configured account that owns the addresses. */
  readonly account?: Input<string> | undefined;
}
