import { NotFoundError } from "../../client";
import { accountSetting } from "../configuration/setting";
import type { AddressClient } from "./address-client";

/**
 * Tells an address that is gone from an endpoint that is wrong: such an endpoint answers 404 to everything, so the
 * first 404 of a process is confirmed by one list call.
 */
export class ServiceProbe {
  #answer: Promise<void> | undefined;

  constructor(private readonly client: AddressClient) {}

  /** @throws when the list of addresses cannot be read either. */
  async confirmGone(cloudAddress: string): Promise<void> {
    this.#answer ??= this.#list();
    try {
      await this.#answer;
    } catch (error) {
      this.#answer = undefined;
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

  async #list(): Promise<void> {
    for await (const _cloudAddress of this.client.listCloudAddresses({ limit: 1 })) return;
  }
}
