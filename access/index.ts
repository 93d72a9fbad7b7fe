/**
 * Who can reach whom: pure functions over a set of cloud addresses, whether declared, in a state or on the service.
 *
 * @module
 */
export { accessBlocks, type AccessBlock, type AccessBlocks } from "./blocks/blocks";
export type { AccessRemainder } from "./blocks/remainder";
export { wideningKinds, type AccessChange, type ChangeKind } from "./difference/change";
export { blindSpots, type BlindSpot } from "./difference/blind-spots";
export { AccessDifference, compareAccess, type ListenerPair } from "./difference/difference";
export { alikeConnectors, alikeListeners } from "./graph/alike";
export { createGraph } from "./graph/create-graph";
export type { AccessGraph, GraphEdge, GraphNode } from "./graph/graph";
export type { LintFinding, LintKind } from "./lint/finding";
export { lintAccess } from "./lint/lint";
export { admissionProfile, Admissions } from "./relation/admissions";
export type { AdmissionRow } from "./relation/admission-row";
export { RowCache } from "./relation/row-cache";
export type { Reason } from "./relation/reasons";
export { accessRelation, admissionsOf, type Admission, type ListenerAccess } from "./relation/relation";
export { forbiddenOpenings, type ForbiddenOpening } from "./rule/forbidden-openings";
export { forbiddenPaths, type ForbiddenPath } from "./rule/forbidden-paths";
export type { NeverRule } from "./rule/never-rule";
export { selectAddresses } from "./rule/select-addresses";
export { describeSelector, type AddressSelector } from "./rule/selector";
export { listenersByGroup, summariseGroups, type GroupSummary } from "./summary/group-summary";
export { AddressWording } from "./wording/address-wording";
export { describeReasons } from "./wording/describe-reasons";
export { describeUnknowns } from "./wording/describe-unknowns";
export { printable, quotedIfOdd } from "./wording/printable";
export {
  accessControlOf,
  groupsOf,
  type AccessAddress,
  type AccessControl,
  type Action,
  type ApiKey,
  type NameList,
} from "./world/address";
export { createWorld, type AccessWorld } from "./world/world";
