import type { argumentNames } from "../cloud-address/inputs";
import { containsUnknown, isUnknown } from "../cloud-address/unknown";
import { accessControlFaults } from "./access-control";
import { cloudAddressFault } from "./cloud-address";
import { reasonWithCode } from "./fault";
import { groupFault } from "./group";
import { listFaults } from "./list";

type Arguments = Readonly<Record<string, unknown>>;

/** What is wrong with each argument, seen with all the others. Unknown values have no faults yet. */
export const argumentFaults: Record<
  (typeof argumentNames)[number],
  (inputs: Arguments, reservedGroup?: string) => string[]
> = {
  action({ action }) {
    if (isUnknown(action) || action === "connect" || action === "listen") return [];
    if (action === undefined)
      return ['action is required: "connect" for outgoing or "listen" for incoming connections.'];
    return [reasonWithCode(1003, 'action must be "connect" or "listen"')];
  },

  groups({ groups, action }, reservedGroup) {
    if (groups !== undefined && action === "listen") {
      return [
        reasonWithCode(
          1009,
          "groups belongs to a connect address; a listen address names the groups that may connect in accessControl.groups",
        ),
      ];
    }
    return listFaults(groups, { path: "groups", maximum: 16, reservedGroup, faultOf: groupFault });
  },

  accessControl({ accessControl, action }, reservedGroup) {
    if (accessControl !== undefined && action === "connect") {
      return [
        reasonWithCode(
          1009,
          "accessControl belongs to a listen address; a connect address names the groups that it is a member of in groups",
        ),
      ];
    }
    return accessControlFaults(accessControl, reservedGroup);
  },

  passwordVersion({ passwordVersion }) {
    if (passwordVersion === undefined || isUnknown(passwordVersion)) return [];
    if (typeof passwordVersion === "string" || Number.isFinite(passwordVersion)) return [];
    return ["passwordVersion must be a text or a number; a new one resets the password."];
  },

  onExternalChange({ onExternalChange }) {
    if (onExternalChange === undefined || isUnknown(onExternalChange)) return [];
    if (onExternalChange === "ignore" || onExternalChange === "resetPassword") return [];
    return ['onExternalChange must be "ignore" or "resetPassword".'];
  },

  adopt({ adopt }) {
    if (adopt === undefined || containsUnknown(adopt)) return [];
    const fault = cloudAddressFault(adopt);
    return fault === undefined ? [] : [`adopt ${fault}`];
  },

  readyTimeoutSeconds({ readyTimeoutSeconds }) {
    if (readyTimeoutSeconds === undefined || isUnknown(readyTimeoutSeconds)) return [];
    if (Number.isFinite(readyTimeoutSeconds) && (readyTimeoutSeconds as number) >= 0) return [];
    return ["readyTimeoutSeconds must be a number of seconds, 0 for not to wait."];
  },

  account({ account }) {
    if (account === undefined || isUnknown(account)) return [];
    if (typeof account === "string" && account !== "") return [];
    return ["account must be the name of a configured account; leave it out for the default one."];
  },
};
