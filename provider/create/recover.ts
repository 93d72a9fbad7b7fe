import {
  creationGraceSeconds,
  readyTimeoutSecondsOf,
  type CloudAddressInputs,
} from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { PartialFailure } from "../write/partial-failure";
import { takeOver } from "./adopt";

/**
 * Takes over the address that an interrupted run of this stack made for the same resource. Nobody has its password, so
 * it is reset, once the address is ready: the create may have been a moment ago (A44, A46).
 */
export async function recover(
  session: Session,
  inputs: CloudAddressInputs,
  cloudAddress: string,
): Promise<CloudAddressState> {
  await session.client.waitUntilReady(cloudAddress, {
    timeoutSeconds: readyTimeoutSecondsOf(inputs),
    notFoundGraceSeconds: creationGraceSeconds,
  });
  const state = await takeOver(session, inputs, cloudAddress, { resetPassword: true }).catch(
    (error: unknown) => {
      if (!(error instanceof PartialFailure) || error.state.cloudPassword !== undefined) throw error;
      // Kept like this it would have no password for ever. Its marker is still there, so the next run finds it again.
      session.adoptions.release(cloudAddress);
      throw error.cause;
    },
  );
  session.warn(
    `Cloud address "${cloudAddress}" was made for this resource by an earlier create whose answer was lost; it was taken ` +
      "over, and its password was reset.",
  );
  return state;
}
