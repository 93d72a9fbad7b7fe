/** An API key that the emulator knows. */
export interface AccountOptions {
  apiKey: string;
  apiSecret: string;
  /**
   * Name of the account that the key belongs to (A32). Keys with the same name share an account, which matters
   * under the switch `accountWide` (A31). Default: a name of its own, made from the key's fingerprint.
   */
  account?: string | undefined;
}

/** The account of an emulator that is started without one. */
export const defaultAccount: AccountOptions = {
  apiKey: "emulator",
  apiSecret: "emulator",
  account: "emulator",
};
