import { ForbiddenError, NotFoundError, UnauthorizedError, type VncCloudClient } from "../../client";
import type { CloudAddressState } from "../cloud-address/state";
import { accountSetting } from "../configuration/setting";

/**
 * What the lifecycle of an address needs to talk to the service under one account, whatever transport brought the
 * call here.
 */
export class Session {
  #service: Promise<void> | undefined;

  /**
   * @param account Name of the account; undefined for the default one.
   * @param warn Shows one line to the person who runs Pulumi.
   */
  constructor(
    readonly client: VncCloudClient,
    readonly account: string | undefined,
    readonly warn: (message: string) => void,
  ) {}

  /**
   * Confirms that a 404 of an address means that this address is gone. A wrong endpoint answers 404 to everything, so
   * the first 404 of a process is confirmed by one list call.
   *
   * @throws when the list cannot be read either.
   */
  async confirmGone(cloudAddress: string): Promise<void> {
    this.#service ??= this.#list();
    try {
      await this.#service;
    } catch (error) {
      this.#service = undefined;
      if (!(error instanceof NotFoundError)) throw error;
      const { configKey, environmentVariable } = accountSetting("endpoint");
      throw new Error(
        `${this.client.endpoint} answers 404 not only for the cloud address "${cloudAddress}" but for the list of all ` +
          `addresses too, so it is no VNC Cloud service and nothing can be said about the address. Correct the endpoint ` +
          `(${configKey} or ${environmentVariable}).`,
        { cause: error },
      );
    }
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

  async #list(): Promise<void> {
    for await (const _cloudAddress of this.client.listCloudAddresses({ limit: 1 })) return;
  }
}

const foreignKeyAdvice =
  "Configure the key that owns the address. If the key was rotated within the same VNC Cloud account, run " +
  '"pulumi refresh" with the new key: addresses that it can see are taken over. If the address is to be given up, run ' +
  '"pulumi state delete".';
