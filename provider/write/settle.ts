import { NotFoundError, sameCharacteristics } from "../../client";
import { characteristicsOf, withCharacteristics } from "../cloud-address/characteristics";
import { readyTimeoutSecondsOf } from "../cloud-address/inputs";
import { notFoundGraceSecondsOf, type CloudAddressState } from "../cloud-address/state";
import type { SeenDetails } from "../session/address-client";
import type { Session } from "../session/session";
import { goneError } from "./gone";

/** Pauses before reading an address again that does not show yet what was written (A43, A45). */
const rereadPauseMilliseconds = [100, 200, 400, 800, 1600, 3200];

/**
 * Waits until a write has become effective: ready, then the details, which bring the ETag and show that what was
 * written is there. Two requests when it is there at once.
 *
 * @param state What was written; its `writtenEtag` is absent.
 * @returns The same, settled: with the ETag as `etag` and `writtenEtag`.
 */
export async function settle(session: Session, state: CloudAddressState): Promise<CloudAddressState> {
  const details = await readWhenReady(session, state);
  const written = characteristicsOf(state);
  if (!sameCharacteristics(details.characteristics, written) && readyTimeoutSecondsOf(state) > 0) {
    throw new Error(
      `Cloud address "${state.cloudAddress}" does not show what was written to it: wanted ${JSON.stringify(written)}, the ` +
        `service has ${JSON.stringify(details.characteristics)}. Somebody else changed it at the same time, or the service ` +
        'did not carry the change out. Run "pulumi up --refresh" to review and write again.',
    );
  }
  const etag = details.etag ?? "";
  return { ...state, etag, writtenEtag: etag };
}

/**
 * Goes on with a write that an earlier run has not seen to be complete: ready, then the details. The service's
 * characteristics become the state's.
 */
export async function resume(session: Session, state: CloudAddressState): Promise<CloudAddressState> {
  const details = await readWhenReady(session, state, []);
  const etag = details.etag ?? "";
  const { __sent: _sent, ...seen } = withCharacteristics(state, details.characteristics);
  return {
    ...seen,
    ...(details.marker !== undefined && { __ownership: details.marker }),
    etag,
    writtenEtag: etag,
  };
}

async function readWhenReady(
  { client, timing }: Session,
  state: CloudAddressState,
  pauses: readonly number[] = rereadPauseMilliseconds,
): Promise<SeenDetails> {
  const { cloudAddress } = state;
  const timeoutSeconds = readyTimeoutSecondsOf(state);
  const grace = { notFoundGraceSeconds: notFoundGraceSecondsOf(state) };
  const deadline = timing.now() + timeoutSeconds * 1000;
  for (let rereads = 0; ; rereads += 1) {
    const details = await client
      .waitUntilReady(cloudAddress, { timeoutSeconds, ...grace })
      .then(() => client.getCloudAddress(cloudAddress, grace))
      .catch((error: unknown) => {
        throw error instanceof NotFoundError ? goneError(cloudAddress, error) : error;
      });
    const isThere = sameCharacteristics(details.characteristics, characteristicsOf(state));
    const pause = pauses[rereads];
    if (isThere || pause === undefined || timing.now() >= deadline) return details;
    await timing.sleep(pause);
  }
}
