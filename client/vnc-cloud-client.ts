import type { Agent } from "node:http";
import { inspect } from "node:util";
import type { Characteristics } from "./characteristics";
import { checkOptions, type ClientOptions } from "./client-options";
import { InvalidArgumentError } from "./errors/argument-errors";
import { InvalidResponseError } from "./errors/connection-errors";
import { errorMessage } from "./errors/error-message";
import { addressesOfPages } from "./paging/address-pages";
import { waitUntilReady, type WaitOptions } from "./readiness/wait-until-ready";
import { Requests } from "./requests/requests";
import type { CloudAddressDetails } from "./responses/details-answer";
import type { CallOptions } from "./retry/call-options";
import { SharedPause } from "./retry/shared-pause";
import { runOperation, type OperationEnvironment } from "./retry/run-operation";
import { Account } from "./secrets/account";
import type { Credentials } from "./secrets/credentials";
import { createAgent } from "./transport/agent";
import { proxySecrets } from "./transport/proxy";

/** Options of a call that writes to an existing address. */
export interface WriteOptions extends CallOptions {
  /**
   * The entity version that was read last (`etag` of the details). The service carries the write out only while it
   * still is the current one; otherwise PreconditionFailedError. Undefined = unconditionally (A1).
   */
  readonly ifMatch: string | undefined;
}

/** Options of a listing. */
export interface ListOptions {
  /** Addresses on a page, 1 to 99 (rule 35). Default 99. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A client of the VNC Cloud API 1.1: one method for each of its seven operations, and a wait for readiness.
 *
 * Every method can throw a VncCloudError. Faults that may pass are repeated where that cannot do harm; see the table
 * in docs/client.md.
 *
 * @example
 * const client = new VncCloudClient({ apiKey, apiSecret });
 * const { cloudAddress, cloudPassword } = await client.createCloudAddress({ action: "connect", groups: ["sales"] });
 * await client.waitUntilReady(cloudAddress, { timeoutSeconds: 120 });
 */
export class VncCloudClient {
  /** Where the service is, without a slash at the end. */
  readonly endpoint: string;
  /** 12 hexadecimal characters that tell the API key from others without showing it. */
  readonly keyFingerprint: string;
  readonly #environment: OperationEnvironment;
  readonly #requests: Requests;
  #agent: Promise<Agent> | undefined;

  /** @throws ConfigurationError with all faults of the options at once. */
  constructor(options: ClientOptions) {
    const { apiKey, apiSecret, proxy, ...checked } = checkOptions(options);
    const account = new Account(apiKey, apiSecret, proxySecrets(proxy));
    this.endpoint = checked.endpoint;
    this.keyFingerprint = account.keyFingerprint;
    this.#requests = new Requests(checked.endpoint);
    this.#environment = {
      ...checked,
      account,
      pause: new SharedPause(checked.timing),
      agent: () => (this.#agent ??= createAgent(checked.endpoint, proxy, checked.parallel)),
    };
  }

  /** Creates a cloud address (rules 15 to 33). The password it returns cannot be read again. */
  async createCloudAddress(characteristics: Characteristics, call?: CallOptions): Promise<Credentials> {
    return runOperation(this.#environment, this.#requests.create(characteristics), call);
  }

  /**
   * All addresses of the API key, each once, page by page as they are asked for (rules 34 to 41). An address that is
   * missing may exist all the same (A36, A38): only `getCloudAddress` decides that.
   */
  listCloudAddresses(options: ListOptions = {}): AsyncIterable<string> {
    const { limit = 99, signal } = options;
    if (!Number.isInteger(limit) || limit < 1 || limit > 99) {
      throw new InvalidArgumentError(
        "The limit of a page must be a whole number from 1 to 99. Nothing was sent.",
        {
          operation: "list",
        },
      );
    }
    return addressesOfPages(
      this.#requests.listUrl(limit),
      (url) => runOperation(this.#environment, this.#requests.page(url), { signal }),
      ({ message }) => {
        const why = `the list ${message}`;
        const facts = {
          operation: "list",
          cloudAddress: undefined,
          attempts: 1,
          outcomeUnknown: false,
        } as const;
        const whatToDo = `Check that ${this.endpoint} is the VNC Cloud API 1.1.`;
        return new InvalidResponseError(errorMessage({ ...facts, why, whatToDo, now: 0 }), facts);
      },
    );
  }

  /** What the service says about readiness: `none` = ready, `pending` = not yet, or something unknown (rule 42, A50). */
  async getReadiness(cloudAddress: string, call?: CallOptions): Promise<string> {
    return runOperation(this.#environment, this.#requests.ready(cloudAddress), call);
  }

  /** Characteristics and entity version of a cloud address (rules 45 to 48). */
  async getCloudAddress(cloudAddress: string, call?: CallOptions): Promise<CloudAddressDetails> {
    return runOperation(this.#environment, this.#requests.details(cloudAddress), call);
  }

  /** Replaces all characteristics: what is left out is removed at the service, access control included (rule 50). */
  async changeCloudAddress(
    cloudAddress: string,
    characteristics: Characteristics,
    call: WriteOptions,
  ): Promise<void> {
    const request = this.#requests.change(cloudAddress, characteristics, call.ifMatch);
    return runOperation(this.#environment, request, call);
  }

  /** Gives the cloud address a new password; the old one is void (rules 57 to 60). */
  async resetPassword(cloudAddress: string, call: WriteOptions): Promise<Credentials> {
    return runOperation(this.#environment, this.#requests.reset(cloudAddress, call.ifMatch), call);
  }

  /** Deletes a cloud address (rules 61 to 64). NotFoundError when it does not exist. */
  async deleteCloudAddress(cloudAddress: string, call: WriteOptions): Promise<void> {
    return runOperation(this.#environment, this.#requests.delete(cloudAddress, call.ifMatch), call);
  }

  /**
   * Waits until a cloud address that was created, changed or reset is ready (rules 6 and 43): asks at once, then no
   * faster than ten times a second, slowing down to every two seconds.
   *
   * @throws ReadinessTimeoutError naming the last answer.
   */
  async waitUntilReady(cloudAddress: string, options: WaitOptions): Promise<void> {
    const request = this.#requests.ready(cloudAddress);
    const { timing, account } = this.#environment;
    return waitUntilReady(
      cloudAddress,
      (clock) => runOperation(this.#environment, request, options, clock),
      options,
      { timing, redactor: account.redactor },
    );
  }

  /**
   * Closes the connections that are kept open. Not needed to end a process, which idle connections do not keep
   * running. A later call opens new ones.
   */
  async close(): Promise<void> {
    const agent = this.#agent;
    this.#agent = undefined;
    (await agent)?.destroy();
  }

  toJSON(): { endpoint: string; keyFingerprint: string } {
    return { endpoint: this.endpoint, keyFingerprint: this.keyFingerprint };
  }

  [inspect.custom](): string {
    return `VncCloudClient ${inspect(this.toJSON())}`;
  }
}
