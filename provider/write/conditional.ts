import {
  ConflictError,
  NotFoundError,
  PreconditionFailedError,
  sameCharacteristics,
  type Characteristics,
  type CloudAddressDetails,
} from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import { readyTimeoutSecondsOf } from "../cloud-address/inputs";
import { isExplained, notFoundGraceSecondsOf, type CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { CharacteristicsConflict } from "./conflict";

/** How often a write is tried again after only the version had moved. */
const maximumRetries = 3;

/** How a conditional write came out. */
export type ConditionalOutcome<Result> =
  | {
      readonly kind: "written";
      readonly result: Result;
      /** Somebody else wrote first. */ readonly versionMoved: boolean;
    }
  | {
      readonly kind: "alreadyWanted";
      readonly details: CloudAddressDetails;
      /** A try of ours may have been carried out although its answer was lost (A9). */
      readonly mayBeOurs: boolean;
    }
  | { readonly kind: "gone" };

/**
 * Writes on the condition that the address is as it was last seen. When the version has moved (412), it looks: what is
 * wanted is already there, or only the version moved and the write goes on with the new one, or the characteristics
 * moved and nothing is written (A3, A4, A9).
 *
 * @param wanted What the write would make of the address; undefined for a write that keeps or deletes it.
 * @throws CharacteristicsConflict
 */
export async function writeConditionally<Result>(
  session: Session,
  state: CloudAddressState,
  wanted: Characteristics | undefined,
  write: (ifMatch: string | undefined) => Promise<Result>,
): Promise<ConditionalOutcome<Result>> {
  const { client } = session;
  // Without a version to name, a look at least tells what somebody else changed (A1).
  const lastSeen = state.etag === "" ? undefined : state.etag;
  let etag = lastSeen;
  let mayBeOurs = false;
  for (let retries = 0; ; retries += 1) {
    if (etag === undefined) {
      const details = await detailsUnlessGone(session, state);
      if (details === undefined) return { kind: "gone" };
      const { characteristics } = details;
      if (wanted !== undefined && sameCharacteristics(characteristics, wanted))
        return { kind: "alreadyWanted", details, mayBeOurs };
      if (!isExplained(state, characteristics)) {
        throw new CharacteristicsConflict(
          state.cloudAddress,
          characteristicsOf(state),
          characteristics,
          wanted,
        );
      }
      etag = details.etag ?? "";
    }
    if (etag === "") {
      session.warn(
        `The service sent no ETag for cloud address "${state.cloudAddress}": it is written without If-Match.`,
      );
    }
    try {
      const result = await write(etag === "" ? undefined : etag);
      return { kind: "written", result, versionMoved: lastSeen !== undefined && etag !== lastSeen };
    } catch (error) {
      if (error instanceof NotFoundError) {
        await session.confirmGone(state.cloudAddress);
        return { kind: "gone" };
      }
      if (retries >= maximumRetries) throw error;
      if (error instanceof ConflictError) {
        // 409 while an earlier change is pending (A46): what is sent always names the address of the URI (rule 54).
        await client.waitUntilReady(state.cloudAddress, { timeoutSeconds: readyTimeoutSecondsOf(state) });
      } else if (error instanceof PreconditionFailedError) {
        etag = undefined;
        mayBeOurs ||= error.outcomeUnknown;
      } else {
        throw error;
      }
    }
  }
}

async function detailsUnlessGone(
  session: Session,
  state: CloudAddressState,
): Promise<CloudAddressDetails | undefined> {
  const { cloudAddress } = state;
  try {
    return await session.client.getCloudAddress(cloudAddress, {
      notFoundGraceSeconds: notFoundGraceSecondsOf(state),
    });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await session.confirmGone(cloudAddress);
    return undefined;
  }
}
