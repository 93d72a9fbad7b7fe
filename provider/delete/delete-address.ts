import type { CloudAddressState } from "../cloud-address/state";
import type { Session } from "../session/session";
import { writeConditionally } from "../write/conditional";

/**
 * Deletes an address on the condition that it is as last seen. An address that is gone already is done.
 *
 * @throws CharacteristicsConflict when its characteristics moved since they were last seen.
 */
export async function deleteAddress(session: Session, state: CloudAddressState): Promise<void> {
  session.refuseForeignKey(state);
  await writeConditionally(session, state, undefined, (ifMatch) =>
    session.client.deleteCloudAddress(state.cloudAddress, { ifMatch }),
  );
}
