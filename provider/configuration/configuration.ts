import { accountSetting, settings, type AccountProperty, type Setting } from "./setting";
import { ConfigurationError } from "./configuration-error";
import { parseAccounts, type Accounts } from "./accounts";
import { parseChoice, parseNumber, parseText, type Parsed } from "./value";

/** What to do about a listen address without access control, which every connect address of its key may reach. */
export type OpenListeners = "allow" | "warn" | "deny";

/** Where stack configuration is read from; the dynamic host, `pulumi.Config` and tests each have one. */
export interface ConfigurationSource {
  /** The value of a namespaced key such as `vnc-cloud:apiKey`, or undefined. Objects are JSON texts. */
  get(key: string): string | undefined;
}

/** All that a client of one account needs. */
export interface AccountConfiguration {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly endpoint?: string;
  readonly requestTimeoutSeconds?: number;
  readonly maxRetries?: number;
  readonly parallel?: number;
}

/**
 * The provider's configuration. The environment wins over the stack configuration, because `pulumi refresh` and
 * `pulumi destroy` know only the configuration that the last `pulumi up` recorded. An empty variable counts as unset:
 * CI systems pass a missing secret as an empty one.
 */
export class Configuration {
  readonly #source: ConfigurationSource | undefined;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(source?: ConfigurationSource, environment: NodeJS.ProcessEnv = process.env) {
    this.#source = source;
    this.#environment = environment;
  }

  /**
   * The configuration of one account.
   *
   * @param account Its name; omitted for the default account.
   * @throws ConfigurationError with every fault at once.
   */
  account(account?: string): AccountConfiguration {
    const accounts = this.#accounts();
    const apiKey = this.#credential("apiKey", account, accounts);
    const apiSecret = this.#credential("apiSecret", account, accounts);
    const requestTimeoutSeconds = this.#number(settings.requestTimeoutSeconds, { minimum: 0.001 });
    const maxRetries = this.#number(settings.maxRetries, { minimum: 0, whole: true });
    const parallel = this.#number(settings.parallel, { minimum: 1, whole: true });
    const faults = [accounts, apiKey, apiSecret, requestTimeoutSeconds, maxRetries, parallel].flatMap(
      (parsed) => parsed.fault ?? [],
    );
    if (faults.length > 0) throw new ConfigurationError(faults);
    const endpoint =
      this.#accountValue("endpoint", account, accounts.value) ?? this.#value(accountSetting("endpoint"));
    return {
      apiKey: apiKey.value as string,
      apiSecret: apiSecret.value as string,
      ...(endpoint !== undefined && { endpoint }),
      ...(requestTimeoutSeconds.value !== undefined && {
        requestTimeoutSeconds: requestTimeoutSeconds.value,
      }),
      ...(maxRetries.value !== undefined && { maxRetries: maxRetries.value }),
      ...(parallel.value !== undefined && { parallel: parallel.value }),
    };
  }

  /**
   * What to do about open listeners; `warn` unless configured.
   *
   * @throws ConfigurationError when it is none of `allow`, `warn`, `deny`.
   */
  openListeners(): OpenListeners {
    const parsed = parseChoice(settings.openListeners, this.#value(settings.openListeners), [
      "allow",
      "warn",
      "deny",
    ] as const);
    if (parsed.fault !== undefined) throw new ConfigurationError([parsed.fault]);
    return parsed.value ?? "warn";
  }

  /**
   * The reserved text that marks the addresses of a stack; undefined = no ownership markers, as is the default.
   *
   * @throws ConfigurationError when it is too long to leave room for a resource's name.
   */
  ownershipGroup(): string | undefined {
    const parsed = parseText(settings.ownershipGroup, this.#value(settings.ownershipGroup), { maximum: 128 });
    if (parsed.fault !== undefined) throw new ConfigurationError([parsed.fault]);
    return parsed.value;
  }

  #accounts(): Parsed<Accounts> {
    return parseAccounts(this.#source?.get(settings.accounts.configKey));
  }

  #number(setting: Setting, limits: { minimum: number; whole?: boolean }): Parsed<number> {
    return parseNumber(setting, this.#value(setting), limits);
  }

  #credential(
    property: "apiKey" | "apiSecret",
    account: string | undefined,
    accounts: Parsed<Accounts>,
  ): Parsed<string> {
    const value = this.#accountValue(property, account, accounts.value);
    if (value !== undefined) return { value };
    // A broken `accounts` object is a fault of its own; that its members are missing would only hide it.
    if (account !== undefined && accounts.fault !== undefined) return {};
    const { configKey, environmentVariable } = accountSetting(property, account);
    const words = property === "apiKey" ? "API key" : "API secret";
    const owner = account === undefined ? "" : ` of the account "${account}"`;
    const path = account === undefined ? "" : "--path ";
    return {
      fault:
        `The VNC Cloud ${words}${owner} is missing: run "pulumi config set ${path}--secret ${configKey} <value>" ` +
        `or set the environment variable ${environmentVariable}.`,
    };
  }

  #accountValue(property: AccountProperty, account?: string, accounts?: Accounts): string | undefined {
    const setting = accountSetting(property, account);
    if (account === undefined) return this.#value(setting);
    return (
      nonEmpty(this.#environment[setting.environmentVariable]) ?? nonEmpty(accounts?.get(account)?.[property])
    );
  }

  #value(setting: Setting): string | undefined {
    return (
      nonEmpty(this.#environment[setting.environmentVariable]) ??
      nonEmpty(this.#source?.get(setting.configKey))
    );
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}
