import { NotFoundError, sameCharacteristics } from "../../client";
import { characteristicsOf, withCharacteristics } from "../cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { SeenDetails } from "../session/address-client";
import type { Session } from "../session/session";
import { changeCharacteristics } from "../update/change";
import { resetPassword, withPasswordVersion } from "../update/reset";
import { PartialFailure } from "../write/partial-failure";
import { Progress } from "../write/progress";

/** Takes over the address that the program names; its password is reset only if `passwordVersion` is given. */
export function adopt(
  session: Session,
  inputs: CloudAddressInputs,
  cloudAddress: string,
): Promise<CloudAddressState> {
  return takeOver(session, inputs, cloudAddress, { resetPassword: inputs.passwordVersion !== undefined });
}

/**
 * Takes over an existing address: its action must be the declared one, its characteristics are brought to what is
 * declared on the condition that nobody changes them meanwhile. Says what it changed, since no preview could.
 */
export async function takeOver(
  session: Session,
  inputs: CloudAddressInputs,
  cloudAddress: string,
  due: { readonly resetPassword: boolean },
): Promise<CloudAddressState> {
  session.adoptions.refuseToAdopt(cloudAddress);
  const details = await existing(session, cloudAddress);
  const { characteristics } = details;
  if (characteristics.action !== inputs.action) {
    throw new Error(
      `Cloud address "${cloudAddress}" cannot be adopted: its action is "${characteristics.action}", the program declares ` +
        `"${inputs.action}", and an action cannot be changed. Declare "${characteristics.action}", or create a new address.`,
    );
  }
  session.adoptions.adopt(cloudAddress);
  const etag = details.etag ?? "";
  const { passwordVersion: _passwordVersion, ...recorded } = argumentsOf(inputs);
  const found: CloudAddressState = {
    ...withCharacteristics(recorded, characteristics),
    cloudAddress,
    etag,
    writtenEtag: etag,
    keyFingerprint: session.client.keyFingerprint,
    ...(details.marker !== undefined && { __ownership: details.marker }),
  };
  return new Progress(found)
    .run(async (progress) => {
      const wanted = characteristicsOf(inputs);
      if (!sameCharacteristics(characteristics, wanted)) {
        await changeCharacteristics(session, progress, inputs);
        session.warn(
          `Adopted cloud address "${cloudAddress}" and changed it from ${JSON.stringify(characteristics)} to ` +
            `${JSON.stringify(wanted)}.`,
        );
      }
      if (due.resetPassword) await resetPassword(session, progress, inputs);
      progress.advance(withPasswordVersion(withCharacteristics(progress.state, wanted), inputs));
    })
    .catch((error: unknown) => {
      if (!(error instanceof PartialFailure)) session.adoptions.release(cloudAddress);
      throw error;
    });
}

async function existing(session: Session, cloudAddress: string): Promise<SeenDetails> {
  try {
    return await session.client.getCloudAddress(cloudAddress);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await session.confirmGone(cloudAddress);
    throw new Error(
      `Cloud address "${cloudAddress}" cannot be adopted: it does not exist, or it belongs to another API key than the one ` +
        `with the fingerprint ${session.client.keyFingerprint}. Check the address and the account.`,
      { cause: error },
    );
  }
}
