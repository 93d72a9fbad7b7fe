import { ForbiddenError, UnauthorizedError, type Timing } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import type { CloudAddressState } from "../cloud-address/state";
import { accountSetting } from "../configuration/setting";
import type { Ownership } from "../ownership/ownership";
import type { AddressClient } from "./address-client";
import type { Adoptions } from "./adoptions";
import type { ServiceProbe } from "./service-probe";

/** What all sessions of one account have in common. */
export interface SharedBySessions {
  /** Name of the account; undefined for the default one. */
  readonly account: string | undefined;
  /** Shows one line to the person who runs Pulumi. */
  readonly warn: (message: string) => void;
  /** Clock and pauses. */
  readonly timing: Timing;
  /** What resources took over in this process, under whatever account. */
  readonly adoptions: Adoptions;
  readonly probe: ServiceProbe;
  /** Fingerprints of earlier keys that were spoken of already: one line for all addresses. */
  readonly earlierKeys: Set<string>;
}

/**
 * What the lifecycle of an address needs to talk to the service under one account, whatever transport brought the
 * call here.
 */
export class Session {
  readonly account: string | undefined;
  readonly warn: (message: string) => void;
  readonly timing: Timing;
  readonly adoptions: Adoptions;

  constructor(
    readonly client: AddressClient,
    private readonly shared: SharedBySessions,
    /** The ownership marker of the resource that this is about; absent when there is none. */
    readonly ownership?: Ownership,
  ) {
    this.account = shared.account;
    this.warn = shared.warn;
    this.timing = shared.timing;
    this.adoptions = shared.adoptions;
  }

  /** The same session for a resource whose address carries an ownership marker. */
  withOwnership(client: AddressClient, ownership: Ownership | undefined): Session {
    return new Session(client, this.shared, ownership);
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
    return this.shared.probe.confirmGone(cloudAddress);
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
    const { earlierKeys } = this.shared;
    if (earlierKeys.has(keyFingerprint)) return;
    earlierKeys.add(keyFingerprint);
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
