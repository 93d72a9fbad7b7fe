import type { ConfigurationSource } from "../../provider";
import { parseAccounts } from "../../provider/configuration/accounts";
import { accountSetting, settings, type AccountProperty } from "../../provider/configuration/setting";

/** A value with the variable or configuration key that it comes from. */
export interface Sourced {
  /** Undefined = not configured, and then `name` is where to configure it. */
  readonly value: string | undefined;
  readonly name: string;
}

/** Tells where the configuration of an account comes from. */
export class Sources {
  constructor(
    private readonly stack: ConfigurationSource | undefined,
    private readonly environment: Readonly<NodeJS.ProcessEnv>,
    private readonly account: string | undefined,
  ) {}

  /** The variable or configuration key of the API key or secret. */
  nameOf(property: "apiKey" | "apiSecret"): string {
    return this.#find(property, this.account).name;
  }

  /** The endpoint: the account's own, else that of the default account. */
  endpoint(): Sourced {
    const own = this.#find("endpoint", this.account);
    return own.value === undefined ? this.#find("endpoint", undefined) : own;
  }

  #find(property: AccountProperty, account: string | undefined): Sourced {
    const { environmentVariable, configKey } = accountSetting(property, account);
    const fromEnvironment = nonEmpty(this.environment[environmentVariable]);
    if (fromEnvironment !== undefined) return { value: fromEnvironment, name: environmentVariable };
    const value =
      account === undefined
        ? this.stack?.get(configKey)
        : parseAccounts(this.stack?.get(settings.accounts.configKey)).value?.get(account)?.[property];
    return { value: nonEmpty(value), name: configKey };
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}
