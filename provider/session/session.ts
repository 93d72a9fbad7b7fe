import { ForbiddenError, systemTiming, UnauthorizedError, type Timing } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import type { CloudAddressState } from "../cloud-address/state";
import { accountSetting } from "../configuration/setting";
import type { Ownership } from "../ownership/ownership";
import type { AddressClient } from "./address-client";
import { Adoptions } from "./adoptions";
import { ServiceProbe } from "./service-probe";

/**
 * What the lifecycle of an address needs to talk to the service under one account, whatever transport brought the
 * call here.
 */
export class Session {
  /**
   * @param account Name of the account; undefined for the default one.
   * @param warn Shows one line to the person who runs Pulumi.
   */
  constructor(
    readonly client: AddressClient,
    readonly account: string | undefined,
    readonly warn: (message: string) => void,
    /** The ownership marker of the resource that this is about; absent when there is none. */
    readonly ownership?: Ownership,
    /** Clock and pauses; real time unless a test says otherwise. */
    readonly timing: Timing = systemTiming,
    /** What resources took over in this process, shared by all sessions of it. */
    readonly adoptions = new Adoptions(),
    private readonly probe = new ServiceProbe(client),
    /** Fingerprints of earlier keys that were spoken of already: one line for all addresses. */
    private readonly earlierKeys = new Set<string>(),
  ) {}

  /** The same session for a resource whose address carries an ownership marker. */
  withOwnership(client: AddressClient, ownership: Ownership | undefined): Session {
    return new Session(
      client,
      this.account,
      this.warn,
      ownership,
      this.timing,
      this.adoptions,
      this.probe,
      this.earlierKeys,
    );
  }

  /** The state with the ownership marker that a write of its characteristics has left at the service. */
  recordMarker({ __ownership: _earlier, ...state }: CloudAddressState): CloudAddressState {
    const marker = this.ownership?.markerFor(characteristicsOf(state));
    return { ...state, ...(marker !== undefined && { __ownership: marker }) };
  }

  /**
   * Confirms that a 404 of an address means that this address is gone, and not that the endpoint is wrong.
   *
   * @throws when the list of addresses cannot be read either.
   */
  confirmGone(cloudAddress: string): Promise<void> {
    return this.probe.confirmGone(cloudAddress);
  }

  /**
   * Refuses to write under another API key than the one that owns the address: "404, so it is done" would drop
   * addresses that live on under the other key.
   */
  refuseForeignKey(state: CloudAddressState): void {
    if (!this.isForeign(state)) return;
    throw new Error(`${this.#foreignKey(state)} Nothing was done. ${foreignKeyAdvice}`);
  }

  /** The error for an address that is not found under another key than the one that owns it. */
  foreignNotFound(state: CloudAddressState): Error {
    return new Error(
      `${this.#foreignKey(state)} That key does not see the address, so it stays in the state. ${foreignKeyAdvice}`,
    );
  }

  /** Whether the state names another API key than the one of this session. */
  isForeign(state: Pick<CloudAddressState, "keyFingerprint">): boolean {
    return state.keyFingerprint !== undefined && state.keyFingerprint !== this.client.keyFingerprint;
  }

  /** Says, once for all addresses, that they were found under another key than the one that the state names. */
  noteKeyChange({ keyFingerprint }: Pick<CloudAddressState, "keyFingerprint">): void {
    if (keyFingerprint === undefined || !this.isForeign({ keyFingerprint })) return;
    if (this.earlierKeys.has(keyFingerprint)) return;
    this.earlierKeys.add(keyFingerprint);
    const { configKey, environmentVariable } = accountSetting("apiKey", this.account);
    this.warn(
      `${configKey} (or ${environmentVariable}) is the key ${this.client.keyFingerprint} now. It sees addresses of the key ` +
        `${keyFingerprint}, which a refresh records as its own.`,
    );
  }

  /** Adds to an error about the credentials where they are configured. */
  explain(error: unknown): unknown {
    if (!(error instanceof UnauthorizedError || error instanceof ForbiddenError)) return error;
    const key = accountSetting("apiKey", this.account);
    const secret = accountSetting("apiSecret", this.account);
    return new Error(
      `${error.message} The key is configured as ${key.configKey} or ${key.environmentVariable}, the secret as ` +
        `${secret.configKey} or ${secret.environmentVariable}; the environment wins.`,
      { cause: error },
    );
  }

  #foreignKey(state: CloudAddressState): string {
    const { configKey, environmentVariable } = accountSetting("apiKey", this.account);
    return (
      `Cloud address "${state.cloudAddress}" belongs to the API key with the fingerprint ${state.keyFingerprint}, but ` +
      `${configKey} (or ${environmentVariable}) is the key ${this.client.keyFingerprint}.`
    );
  }
}

const foreignKeyAdvice =
  "Configure the key that owns the address. If the key was rotated within the same VNC Cloud account, run " +
  '"pulumi refresh --run-program" with the new key: addresses that it can see are taken over. If the address is to be ' +
  'given up, run "pulumi state delete".';
