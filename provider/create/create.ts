import { VncCloudError, type Credentials } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { Progress } from "../write/progress";
import { settle } from "../write/settle";
import { adopt } from "./adopt";
import { recover } from "./recover";

/**
 * Creates an address, or takes over the one that `adopt` names: one POST, then ready, then the details for the ETag.
 * Once the POST has answered, whatever fails is a {@link PartialFailure} that holds the address and its password.
 */
export async function create(session: Session, inputs: CloudAddressInputs): Promise<CloudAddressState> {
  if (inputs.adopt !== undefined) return adopt(session, inputs, inputs.adopt);
  const orphan = await session.ownership?.orphan(inputs);
  if (orphan !== undefined) return recover(session, inputs, orphan);
  const obtained = await obtain(session, inputs);
  if (typeof obtained === "string") return recover(session, inputs, obtained);
  const created = session.recordMarker({
    ...argumentsOf(inputs),
    cloudAddress: obtained.cloudAddress,
    cloudPassword: obtained.cloudPassword,
    keyFingerprint: session.client.keyFingerprint,
  });
  session.ownership?.claim(created);
  const progress = new Progress(created);
  progress.advance(created);
  return progress.run(async () => progress.advance(await settle(session, created)));
}

/**
 * Sends the POST. When its answer is lost, an ownership marker tells the address that it made, if it made one; without
 * a marker nothing does, and the error says how to look for it.
 */
async function obtain(session: Session, inputs: CloudAddressInputs): Promise<Credentials | string> {
  try {
    return await session.client.createCloudAddress(characteristicsOf(inputs));
  } catch (error) {
    if (!(error instanceof VncCloudError) || !error.outcomeUnknown) throw error;
    const { found, problem } = await search(session, inputs);
    if (found !== undefined) return found;
    const next = session.ownership?.canRecover(inputs)
      ? "takes it over by its ownership marker, or creates one"
      : "creates a new one";
    throw new Error(
      `${error.message} Whether the service created the cloud address is not known (sent ${error.startedAt.toISOString()}), ` +
        `so it was not sent again.${problem} "npx vnc-cloud audit" lists it as an orphan if it exists; the next ` +
        `"pulumi up" ${next}.`,
      { cause: error },
    );
  }
}

/** Looks for what a lost create has made; a search that fails must not hide that there is something to look for. */
async function search(
  { ownership }: Session,
  inputs: CloudAddressInputs,
): Promise<{ found?: string | undefined; problem: string }> {
  try {
    return { found: await ownership?.lost(inputs), problem: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: ` It could not be looked for by its ownership marker: ${reason}` };
  }
}
