import {
  ConfigurationError as ClientConfigurationError,
  systemTiming,
  VncCloudClient,
  type Timing,
} from "../../client";
import { MarkedAddresses } from "../ownership/marked-addresses";
import { markingClient } from "../ownership/marking-client";
import { Ownership } from "../ownership/ownership";
import type { Configuration } from "../configuration/configuration";
import { ConfigurationError } from "../configuration/configuration-error";
import { settingOfOption, settingText } from "../configuration/setting";
import { Adoptions } from "./adoptions";
import { ServiceProbe } from "./service-probe";
import { Session } from "./session";

/** One session, and so one client with its connections, per account of the configuration. */
export class Sessions {
  /** What resources took over in this process. */
  readonly adoptions = new Adoptions();
  readonly #sessions = new Map<string | undefined, Session>();
  readonly #marked = new Map<string | undefined, MarkedAddresses>();
  readonly #known = new Set<string>();

  constructor(
    private readonly configuration: Configuration,
    private readonly warn: (message: string) => void,
    /** Clock and pauses; real time unless a test says otherwise. */
    private readonly timing: Timing = systemTiming,
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
    const { warn, timing, adoptions } = this;
    const client = this.#client(account);
    const session = new Session(client, {
      account,
      warn,
      timing,
      adoptions,
      probe: new ServiceProbe(client),
      earlierKeys: new Set(),
    });
    this.#sessions.set(account, session);
    return session;
  }

  #client(account: string | undefined): VncCloudClient {
    const { timing } = this;
    try {
      return new VncCloudClient({ ...this.configuration.account(account), timing });
    } catch (error) {
      if (!(error instanceof ClientConfigurationError)) throw error;
      const faults = error.faults.map(({ option, problem }) => {
        const setting = settingOfOption(option, account);
        return `${setting === undefined ? option : settingText(setting)} ${problem}.`;
      });
      throw new ConfigurationError(faults, { cause: error });
    }
  }

  /** Notes that the state had a resource with this `__owner` before this run. */
  known(owner: string): void {
    this.#known.add(owner);
  }

  /**
   * The session for one resource: with its ownership marker, if markers are configured, and blind to the one that its
   * address carries.
   *
   * @param account Name of the account; undefined for the default one.
   * @param owner What tells the resource from all others, if the program said it.
   * @param recorded The marker that the state records.
   * @throws ConfigurationError
   */
  for(account: string | undefined, owner: string | undefined, recorded: string | undefined): Session {
    const session = this.of(account);
    const ownershipGroup = this.configuration.ownershipGroup();
    if (ownershipGroup !== undefined && owner !== undefined) {
      const addresses = this.#marked.get(account) ?? new MarkedAddresses(session.client, ownershipGroup);
      this.#marked.set(account, addresses);
      const ownership = new Ownership(ownershipGroup, owner, addresses, () => !this.#known.has(owner));
      return session.withOwnership(ownership.client(session.client, recorded), ownership);
    }
    if (recorded === undefined) return session;
    return session.withOwnership(
      markingClient(session.client, () => undefined, [recorded]),
      undefined,
    );
  }
}
