import { NotFoundError, sameCharacteristics } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import {
  changedOutsidePulumi,
  isForeignVersion,
  notFoundGraceSecondsOf,
  type CloudAddressState,
} from "../cloud-address/state";
import type { SeenDetails } from "../session/address-client";
import type { Session } from "../session/session";
import { project, type ReadResult } from "./project";

/**
 * Reads an address: one GET. Only a definite 404 of that address means that it is gone; under another key than the
 * one that owns it a 404 says nothing, and any other error is an error.
 *
 * @param state What is known of the address; an empty object when it is only looked up.
 * @returns undefined when the address is gone.
 */
export async function read(
  session: Session,
  id: string,
  state: Partial<CloudAddressState>,
): Promise<ReadResult | undefined> {
  const details = await detailsUnlessGone(session, id, state);
  if (details === undefined) return undefined;
  const known = isKnown(state);
  if (known) {
    session.noteKeyChange(state);
    warnOfExternalWrite(session, state, details);
  }
  return project(id, state, details, session.client.keyFingerprint, known);
}

async function detailsUnlessGone(
  session: Session,
  id: string,
  state: Partial<CloudAddressState>,
): Promise<SeenDetails | undefined> {
  try {
    const notFoundGraceSeconds = isKnown(state) ? notFoundGraceSecondsOf(state) : 0;
    return await session.client.getCloudAddress(id, { notFoundGraceSeconds });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (!isKnown(state)) {
      throw new Error(
        `Cloud address "${id}" does not exist, or it belongs to another API key than the one with the fingerprint ` +
          `${session.client.keyFingerprint}. Check the address and the account.`,
        { cause: error },
      );
    }
    if (session.isForeign(state)) throw session.foreignNotFound(state);
    await session.confirmGone(id);
    return undefined;
  }
}

/** Whether the state came from a create or an earlier read, and not from a look-up by ID alone. */
function isKnown(state: Partial<CloudAddressState>): state is CloudAddressState {
  return state.keyFingerprint !== undefined;
}

function warnOfExternalWrite(
  session: Session,
  state: CloudAddressState,
  { etag, characteristics }: SeenDetails,
): void {
  const isNews = etag !== state.etag && isForeignVersion(state, etag);
  if (!isNews || state.onExternalChange === "resetPassword") return;
  if (
    state.passwordVersion === changedOutsidePulumi ||
    !sameCharacteristics(characteristics, characteristicsOf(state))
  )
    return;
  session.warn(
    `Cloud address "${state.cloudAddress}" was written by somebody else (version ${state.writtenEtag} is now ${etag}): its ` +
      "characteristics are as they were, but its password may have been reset. A new passwordVersion resets it.",
  );
}
