import { sameCharacteristics } from "../../client";
import { characteristicsOf, withCharacteristics } from "../cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../cloud-address/inputs";
import { isExplained, outputsOf, type CloudAddressState } from "../cloud-address/state";
import { differenceOf } from "../diff/difference";
import type { Session } from "../session/session";
import { CharacteristicsConflict } from "../write/conflict";
import { Progress } from "../write/progress";
import { resume } from "../write/settle";
import { changeCharacteristics } from "./change";
import { resetPassword, withPasswordVersion } from "./reset";

/**
 * Brings an address from its state to new inputs: an unfinished earlier write is seen through, then the
 * characteristics, then the password. What only the state records costs no request.
 *
 * @throws PartialFailure when something fails after a write; its state is what has been reached.
 */
export function update(
  session: Session,
  id: string,
  state: CloudAddressState,
  inputs: CloudAddressInputs,
): Promise<CloudAddressState> {
  session.refuseForeignKey(state);
  const difference = differenceOf(id, state, inputs);
  const wanted = characteristicsOf(inputs);
  return new Progress(withArguments(state, inputs)).run(async (progress) => {
    if (difference.unsettled) {
      const resumed = await resume(session, progress.state);
      const now = characteristicsOf(resumed);
      if (!sameCharacteristics(now, wanted) && !isExplained(progress.state, now)) {
        throw new CharacteristicsConflict(id, characteristicsOf(progress.state), now, wanted);
      }
      progress.advance(resumed);
    }
    if (difference.ownership || !sameCharacteristics(characteristicsOf(progress.state), wanted)) {
      await changeCharacteristics(session, progress, inputs);
    }
    if (difference.password) await resetPassword(session, progress, inputs);
    progress.advance(withArguments(withPasswordVersion(progress.state, inputs), inputs));
  });
}

/**
 * The state with the new arguments that take effect by being recorded. Characteristics and password version stay what
 * was applied; members of sets are kept in the inputs' order where they are the same set.
 */
function withArguments(state: CloudAddressState, inputs: CloudAddressInputs): CloudAddressState {
  const applied = characteristicsOf(state);
  const wanted = characteristicsOf(inputs);
  const { passwordVersion: _wantedPasswordVersion, ...recorded } = argumentsOf(inputs);
  const { passwordVersion } = state;
  return {
    ...outputsOf(state),
    ...withCharacteristics(recorded, sameCharacteristics(applied, wanted) ? wanted : applied),
    ...(passwordVersion !== undefined && { passwordVersion }),
  };
}
