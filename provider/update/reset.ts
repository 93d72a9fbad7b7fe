import { VncCloudError, type Credentials } from "../../client";
import type { CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { writeConditionally } from "../write/conditional";
import { goneError } from "../write/gone";
import type { Progress } from "../write/progress";
import { settle } from "../write/settle";

/** Pauses before a reset whose answer was lost is sent again. Only the last password counts (A53). */
const repeatPauseMilliseconds = [250, 500, 1000];

/**
 * Resets the password on the condition that the address is as last seen. The new password is recorded before
 * anything else happens; then ready and the details follow. A reset whose answer was lost is sent again: whatever the
 * lost one did, only the last answer's password is valid.
 */
export async function resetPassword(
  session: Session,
  progress: Progress,
  inputs: CloudAddressInputs,
): Promise<void> {
  const credentials = await resetUntilAnswered(session, progress.state);
  const { writtenEtag: _writtenEtag, ...before } = progress.state;
  progress.advance({
    ...withPasswordVersion(before, inputs),
    cloudPassword: credentials.cloudPassword,
  });
  progress.advance(await settle(session, progress.state));
}

/** Records the password version of the inputs as the applied one. */
export function withPasswordVersion(state: CloudAddressState, inputs: CloudAddressInputs): CloudAddressState {
  const { passwordVersion: _shown, __passwordVersion: _applied, ...rest } = state;
  return {
    ...rest,
    ...(inputs.passwordVersion !== undefined && { passwordVersion: inputs.passwordVersion }),
  };
}

async function resetUntilAnswered(session: Session, state: CloudAddressState): Promise<Credentials> {
  let current = state;
  for (const pause of [...repeatPauseMilliseconds, undefined]) {
    try {
      const outcome = await writeConditionally(session, current, undefined, (ifMatch) =>
        session.client.resetPassword(state.cloudAddress, { ifMatch }),
      );
      if (outcome.kind === "written") return outcome.result;
      throw goneError(state.cloudAddress);
    } catch (error) {
      if (pause === undefined || !(error instanceof VncCloudError && error.outcomeUnknown)) throw error;
      await session.timing.sleep(pause);
      // The lost reset may have moved the version: without an ETag the next try reads it first.
      current = { ...current, etag: "" };
    }
  }
  throw new Error("unreachable");
}
