import { ForbiddenError, UnauthorizedError } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { interruptible } from "../interruption/interruptible";
import { connect, variableOf } from "./connect";
import type { Service } from "./service";

/**
 * Does something with the service until it is done or interrupted, and lets go of it: whatever is still under way when
 * `action` ends is given up.
 * @throws what `action` throws; an error about the credentials says which variables they came from.
 */
export async function withService<Result>(
  account: string | undefined,
  { environment, signals }: Pick<Surroundings, "environment" | "signals">,
  action: (service: Service) => Promise<Result>,
): Promise<Result> {
  const { client, parallel } = connect(account, environment);
  try {
    return await interruptible(signals, (signal) => action({ client, account, parallel, signal }));
  } catch (error) {
    throw withVariables(error, account);
  } finally {
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
