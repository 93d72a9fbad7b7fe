import type { Input } from "../pulumi/pulumi";

/** Who may connect to a listen address. At least one of the two lists; both are sets. */
export interface AccessControlArgs {
  /** Up to 24 names of groups whose members may connect, each of 1 to 256 characters (rules 17, 28). */
  readonly groups?: Input<readonly Input<string>[]> | undefined;
  /** Up to 8 single connect addresses that may connect (rule 17). */
  readonly cloudAddresses?: Input<readonly Input<string>[]> | undefined;
}

/** The arguments that every cloud address has. */
export interface CommonCloudAddressArgs {
  /**
   * Any text or number; `1` and `"1"` are equal. Adding or changing it resets the password in place, removing it does
   * not. Devices that still use the old password stop connecting, so hand the new one over another way.
   */
  readonly passwordVersion?: Input<string | number> | undefined;
  /**
   * What to do when the ETag shows a version of the address that Pulumi did not write, so that its password may have
   * been reset elsewhere: `"ignore"` (default), or `"resetPassword"`, which shows it in the preview after a refresh and
   * resets the password on `up`.
   */
  readonly onExternalChange?: Input<"ignore" | "resetPassword"> | undefined;
  /**
   * The ID of an existing address to take over instead of creating one. Its action must be the declared one, its
   * characteristics are brought to what is declared, and its password stays unknown unless `passwordVersion` is given.
   */
  readonly adopt?: Input<string> | undefined;
  /**
   * How many seconds to wait until the address is ready after it is created, changed or reset. Default 120; 0 is not to
   * wait. A change of it alone is no difference.
   */
  readonly readyTimeoutSeconds?: Input<number> | undefined;
  /** Name of the configured account that owns the address. Omitted = the default one. A change replaces the address. */
  readonly account?: Input<string> | undefined;
}

/** An address for outgoing connections, typically of a viewer. */
export interface ConnectCloudAddressArgs extends CommonCloudAddressArgs {
  /** `"connect"`: outgoing connections. A change replaces the address. */
  readonly action: Input<"connect">;
  /** Up to 16 names of groups that the address is a member of, each of 1 to 256 characters (rules 16, 18). A set. */
  readonly groups?: Input<readonly Input<string>[]> | undefined;
  readonly accessControl?: never;
}

/** An address for incoming connections, typically of a server. */
export interface ListenCloudAddressArgs extends CommonCloudAddressArgs {
  /** `"listen"`: incoming connections. A change replaces the address. */
  readonly action: Input<"listen">;
  /**
   * Who may connect. Omitted = **every** connect address of the API key (rule 20): the program then gets a warning that
   * says so, unless `vnc-cloud:openListeners` is `allow` (no warning) or `deny` (an error).
   */
  readonly accessControl?: Input<AccessControlArgs> | undefined;
  readonly groups?: never;
}

/** The arguments of a {@link CloudAddress}; which there are depends on the action. */
export type CloudAddressArgs = ConnectCloudAddressArgs | ListenCloudAddressArgs;
