import { VncCloudClient } from "../../client";
import type { Configuration } from "../configuration/configuration";
import { Session } from "./session";

/** One session, and so one client with its connections, per account of the configuration. */
export class Sessions {
  readonly #sessions = new Map<string | undefined, Session>();

  constructor(
    private readonly configuration: Configuration,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * The session of an account.
   *
   * @param account Name of the account; undefined for the default one.
   * @throws ConfigurationError
   */
  of(account: string | undefined): Session {
    const existing = this.#sessions.get(account);
    if (existing !== undefined) return existing;
    const client = new VncCloudClient(this.configuration.account(account));
    const session = new Session(client, account, this.warn);
    this.#sessions.set(account, session);
    return session;
  }
}
