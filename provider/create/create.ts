import { VncCloudError, type Credentials } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { Progress } from "../write/progress";
import { settle } from "../write/settle";
import { adopt } from "./adopt";

/**
 * Creates an address, or takes over the one that `adopt` names: one POST, then ready, then the details for the ETag.
 * Once the POST has answered, whatever fails is a {@link PartialFailure} that holds the address and its password.
 */
export async function create(session: Session, inputs: CloudAddressInputs): Promise<CloudAddressState> {
  if (inputs.adopt !== undefined) return adopt(session, inputs, inputs.adopt);
  const credentials = await obtain(session, inputs);
  const created: CloudAddressState = {
    ...argumentsOf(inputs),
    cloudAddress: credentials.cloudAddress,
    cloudPassword: credentials.cloudPassword,
    keyFingerprint: session.client.keyFingerprint,
  };
  const progress = new Progress(created);
  progress.advance(created);
  return progress.run(async () => progress.advance(await settle(session, created, { created: true })));
}

async function obtain(session: Session, inputs: CloudAddressInputs): Promise<Credentials> {
  try {
    return await session.client.createCloudAddress(characteristicsOf(inputs));
  } catch (error) {
    if (!(error instanceof VncCloudError) || !error.outcomeUnknown) throw error;
    throw new Error(
      `${error.message} Whether the service created the cloud address is not known (sent ${error.startedAt.toISOString()}), ` +
        'so it was not sent again. "npx vnc-cloud audit" lists it as an orphan if it exists; the next "pulumi up" creates ' +
        "a new one.",
      { cause: error },
    );
  }
}
