import {
  ForbiddenError,
  InvalidResponseError,
  NotFoundError,
  UnauthorizedError,
  VncCloudError,
  type VncCloudClient,
} from "../../client";
import { ConfigurationError, type Configuration } from "../../provider";
import type { AccountConfiguration } from "../../provider/configuration/configuration";
import { createClient } from "../service/connect";
import type { Check } from "./check";
import type { Sources } from "./sources";

const check = "credentials";

/** What is configured for an account, or what is wrong with it. */
export function readAccount(
  configuration: Configuration,
  account: string | undefined,
): { readonly account: AccountConfiguration } | { readonly fault: Check } {
  try {
    return { account: configuration.account(account) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { fault: { check, result: "wrong", detail: error.message } };
  }
}

/** Sends one request with the credentials, for one address of the list. */
export async function checkCredentials(
  configured: AccountConfiguration,
  account: string | undefined,
  sources: Sources,
  environment: Readonly<NodeJS.ProcessEnv>,
  signal: AbortSignal,
): Promise<Check> {
  const from = `the key from ${sources.nameOf("apiKey")}, the secret from ${sources.nameOf("apiSecret")}`;
  let client: VncCloudClient;
  try {
    client = createClient({ ...configured, maxRetries: 0 }, account, environment);
  } catch (error) {
    return { check, result: "wrong", detail: `${(error as Error).message} (${from})` };
  }
  try {
    let some = "no cloud address yet";
    for await (const _cloudAddress of client.listCloudAddresses({ limit: 1, signal })) {
      some = "cloud addresses";
      break;
    }
    const key = `key with the fingerprint ${client.keyFingerprint}`;
    return { check, result: "ok", detail: `the service takes the ${key}, which has ${some} (${from})` };
  } catch (error) {
    if (!(error instanceof VncCloudError) || signal.aborted) throw error;
    const isWrong = [UnauthorizedError, ForbiddenError, NotFoundError, InvalidResponseError].some(
      (kind) => error instanceof kind,
    );
    return { check, result: isWrong ? "wrong" : "unknown", detail: `${error.message} (${from})` };
  } finally {
    await client.close();
  }
}
