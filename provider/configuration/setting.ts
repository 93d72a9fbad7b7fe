/**
 * One configurable value of the provider: where the stack configuration keeps it, and which environment variable
 * wins over that.
 */
export interface Setting {
  /** Key in the stack configuration, with its namespace: `vnc-cloud:endpoint`. */
  readonly configKey: string;
  /** Environment variable that wins over the stack configuration. */
  readonly environmentVariable: string;
}

const namespace = "vnc-cloud";

/** Every setting that is not part of an account. */
export const settings = {
  accounts: { configKey: `${namespace}:accounts` },
  openListeners: setting("openListeners", "VNC_CLOUD_OPEN_LISTENERS"),
  ownershipGroup: setting("ownershipGroup", "VNC_CLOUD_OWNERSHIP_GROUP"),
  requestTimeoutSeconds: setting("requestTimeoutSeconds", "VNC_CLOUD_REQUEST_TIMEOUT_SECONDS"),
  maxRetries: setting("maxRetries", "VNC_CLOUD_MAX_RETRIES"),
  parallel: setting("parallel", "VNC_CLOUD_PARALLEL"),
} as const;

/** The three values that make an account. */
export type AccountProperty = "apiKey" | "apiSecret" | "endpoint";

const variableSuffix: Record<AccountProperty, string> = {
  apiKey: "API_KEY",
  apiSecret: "API_SECRET",
  endpoint: "ENDPOINT",
};

/**
 * Where a value of an account is configured.
 *
 * @param account Name of the account; omitted for the default one.
 * @example
 * accountSetting("apiKey");       // vnc-cloud:apiKey, VNC_CLOUD_API_KEY
 * accountSetting("apiKey", "eu"); // vnc-cloud:accounts.eu.apiKey, VNC_CLOUD_EU_API_KEY
 */
export function accountSetting(property: AccountProperty, account?: string): Setting {
  if (account === undefined) return setting(property, `VNC_CLOUD_${variableSuffix[property]}`);
  const variableName = account.toUpperCase().replace(/[^A-Z0-9]/g, "_");
  return setting(`accounts.${account}.${property}`, `VNC_CLOUD_${variableName}_${variableSuffix[property]}`);
}

/**
 * Where an option of the client is configured; undefined for one that has no setting, such as the proxy.
 *
 * @param account Name of the account; omitted for the default one.
 */
export function settingOfOption(option: string, account?: string): Setting | undefined {
  if (option === "apiKey" || option === "apiSecret" || option === "endpoint") {
    return accountSetting(option, account);
  }
  if (option === "requestTimeoutSeconds" || option === "maxRetries" || option === "parallel") {
    return settings[option];
  }
  return undefined;
}

/** A setting as an error names it. */
export function settingText({ configKey, environmentVariable }: Setting): string {
  return `${configKey} (environment variable ${environmentVariable})`;
}

function setting(key: string, environmentVariable: string): Setting {
  return { configKey: `${namespace}:${key}`, environmentVariable };
}
