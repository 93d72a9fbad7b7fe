import { sameCharacteristics, VncCloudError } from "../../client";
import { characteristicsOf, withCharacteristics } from "../cloud-address/characteristics";
import type { CloudAddressInputs } from "../cloud-address/inputs";
import { isForeignVersion, type CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { writeConditionally } from "../write/conditional";
import { goneError } from "../write/gone";
import type { Progress } from "../write/progress";
import { settle } from "../write/settle";

/**
 * Brings the characteristics to what is declared: PUT of the full entity on the condition that it is as last seen,
 * then ready, then the details. An action is never changed this way (A22).
 */
export async function changeCharacteristics(
  session: Session,
  progress: Progress,
  inputs: CloudAddressInputs,
): Promise<void> {
  const before = progress.state;
  const wanted = characteristicsOf(inputs);
  // A write that only renews the ownership marker is not done when the characteristics are there already.
  const enough = sameCharacteristics(characteristicsOf(before), wanted) ? undefined : wanted;
  const outcome = await writeConditionally(session, before, enough, (ifMatch) =>
    session.client.changeCloudAddress(before.cloudAddress, wanted, { ifMatch }),
  ).catch((error: unknown) => {
    if (error instanceof VncCloudError && error.outcomeUnknown) {
      progress.advance({ ...unsettled(before), __sent: wanted });
    }
    throw error;
  });
  if (outcome.kind === "gone") throw goneError(before.cloudAddress);
  const changed = session.recordMarker(withCharacteristics(before, wanted));
  if (outcome.kind === "alreadyWanted" && !outcome.mayBeOurs) {
    // Somebody else wrote this version, so `writtenEtag` stays what it was and shows it.
    session.warn(externalWriteWarning(before.cloudAddress));
    progress.advance({ ...changed, etag: outcome.details.etag ?? "" });
    return;
  }
  progress.advance(unsettled(changed));
  const settled = await settle(session, progress.state);
  const versionMoved = outcome.kind === "written" && outcome.versionMoved;
  if (versionMoved) session.warn(externalWriteWarning(before.cloudAddress));
  const isForeign = versionMoved || isForeignVersion(before, before.etag);
  progress.advance(isForeign ? keepExternalWriteVisible(settled, before) : settled);
}

/**
 * With `onExternalChange: "resetPassword"` a version that somebody else wrote, and that this write went past, has to
 * stay visible, so that the next refresh shows it and the reset that was asked for takes place.
 */
function keepExternalWriteVisible(settled: CloudAddressState, before: CloudAddressState): CloudAddressState {
  if (settled.onExternalChange !== "resetPassword" || before.writtenEtag === undefined) return settled;
  return { ...settled, writtenEtag: before.writtenEtag };
}

function externalWriteWarning(cloudAddress: string): string {
  return (
    `Cloud address "${cloudAddress}" was written by somebody else since Pulumi last saw it; its password may have been ` +
    "reset."
  );
}

function unsettled({ writtenEtag: _writtenEtag, ...state }: CloudAddressState): CloudAddressState {
  return state;
}
