import { setMaxListeners } from "node:events";
import { ForbiddenError, UnauthorizedError } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { connect, variableOf } from "./connect";
import type { Service } from "./service";

/**
 * Does something with the service, and lets go of it: whatever is still under way when `action` ends is given up.
 * @throws what `action` throws; an error about the credentials says which variables they came from.
 */
export async function withService<Result>(
  account: string | undefined,
  { environment }: Pick<Surroundings, "environment">,
  action: (service: Service) => Promise<Result>,
): Promise<Result> {
  const { client, parallel } = connect(account, environment);
  const ending = new AbortController();
  // Each request under way listens to it, so there are many and that is no leak.
  setMaxListeners(0, ending.signal);
  try {
    return await action({ client, account, parallel, signal: ending.signal });
  } catch (error) {
    throw withVariables(error, account);
  } finally {
    ending.abort();
    await client.close();
  }
}

function withVariables(error: unknown, account: string | undefined): unknown {
  if (!(error instanceof UnauthorizedError || error instanceof ForbiddenError)) return error;
  return new Error(
    `${error.message} The key is the value of ${variableOf("apiKey", account)}, the secret that of ` +
      `${variableOf("apiSecret", account)}.`,
    { cause: error },
  );
}
