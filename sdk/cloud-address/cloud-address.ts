import * as pulumi from "../pulumi/pulumi";
import { declareAddress } from "../access-rules/declared-addresses";
import { providerProperty } from "../../provider/dynamic/properties";
import { providerText } from "../../provider/dynamic/text";
import { hasOwnershipMarkers } from "../configuration/program-configuration";
import type { CloudAddressArgs } from "./arguments";
import { claim } from "./claims";
import { ownerText } from "./owner";
import { keepPasswordsOutOfDebugLog } from "./debug-log";
import { refuseImport } from "./refuse-import";
import { pauseStackTraces, withStackTrace } from "./stack-traces";
import { warnAbout } from "./warnings";

const type = "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress";

/**
 * A VNC Cloud address. Its ID is the cloud address itself.
 *
 * @example
 * const viewer = new CloudAddress("viewer", { action: "connect", groups: ["support"] });
 * const server = new CloudAddress("server", {
 *   action: "listen",
 *   accessControl: { groups: ["support"] },
 * });
 * export const serverAddress = server.cloudAddress;
 * export const serverPassword = server.cloudPassword; // a secret
 */
export class CloudAddress extends pulumi.CustomResource {
  /**
   * Looks up an existing address that is not managed by this program. Its password stays unknown.
   *
   * @param id The cloud address.
   * @param state `account`: name of the configured account that owns it.
   * @throws at deployment, when the address does not exist.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: { readonly account?: pulumi.Input<string> | undefined } = {},
    opts?: pulumi.CustomResourceOptions,
  ): CloudAddress {
    return new CloudAddress(name, state as CloudAddressArgs, { ...opts, id });
  }

  /** Whether a value is a CloudAddress, whichever copy of this package made it. */
  static override isInstance(value: unknown): value is CloudAddress {
    return (
      pulumi.CustomResource.isInstance(value) && (value as { __pulumiType?: unknown }).__pulumiType === type
    );
  }

  /**
   * The address, which is the resource's ID: it stays known in the preview of an update, so an access list that names
   * it shows no false change.
   */
  readonly cloudAddress: pulumi.Output<string>;
  /** The password, a secret. Undefined when this package neither created the address nor reset its password. */
  declare readonly cloudPassword: pulumi.Output<string | undefined>;
  /** `"connect"` or `"listen"`. */
  declare readonly action: pulumi.Output<"connect" | "listen">;
  /** Groups that a connect address is a member of. */
  declare readonly groups: pulumi.Output<string[] | undefined>;
  /** Who may connect to a listen address; undefined = every connect address of the API key. */
  declare readonly accessControl: pulumi.Output<{ groups?: string[]; cloudAddresses?: string[] } | undefined>;
  /** Entity version last seen. */
  declare readonly etag: pulumi.Output<string | undefined>;
  /** Entity version right after Pulumi's own last write; if `etag` differs, somebody else wrote since. */
  declare readonly writtenEtag: pulumi.Output<string | undefined>;
  /** Short one-way fingerprint of the API key that owns the address. */
  declare readonly keyFingerprint: pulumi.Output<string>;
  /** The password version that was applied last. */
  declare readonly passwordVersion: pulumi.Output<string | number | undefined>;
  /** As declared. */
  declare readonly onExternalChange: pulumi.Output<"ignore" | "resetPassword" | undefined>;
  /** As declared. */
  declare readonly adopt: pulumi.Output<string | undefined>;
  /** As declared. */
  declare readonly readyTimeoutSeconds: pulumi.Output<number | undefined>;
  /** As declared. */
  declare readonly account: pulumi.Output<string | undefined>;

  /**
   * Declares a cloud address.
   *
   * @param name The resource's name: the only name that an address has, for the service has none.
   */
  constructor(name: string, args: CloudAddressArgs, opts: pulumi.CustomResourceOptions = {}) {
    refuseImport(name, opts);
    keepPasswordsOutOfDebugLog();
    const isMarked = opts.id === undefined && hasOwnershipMarkers();
    const owner = isMarked ? { __owner: ownerText(type, name, opts.parent) } : {};
    const properties = { ...undefinedOutputs, ...args, ...owner, [providerProperty]: providerText };
    const options = pulumi.mergeOptions(opts, { additionalSecretOutputs: ["cloudPassword"] });
    const resume = pauseStackTraces();
    try {
      super(type, name, properties, options);
    } catch (error) {
      resume();
      throw withStackTrace(error);
    }
    resume();
    this.cloudAddress = this.id;
    declareAddress(this, name, args, opts);
    if (opts.id !== undefined) return;
    warnAbout(this, name, args);
    claim(this, name, args.adopt);
  }
}

/** Every output has to be there from the start, or the resource never gets it. */
const undefinedOutputs = {
  cloudPassword: undefined,
  action: undefined,
  groups: undefined,
  accessControl: undefined,
  etag: undefined,
  writtenEtag: undefined,
  keyFingerprint: undefined,
  passwordVersion: undefined,
  onExternalChange: undefined,
  adopt: undefined,
  readyTimeoutSeconds: undefined,
  account: undefined,
};
