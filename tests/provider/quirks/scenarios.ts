import { expect } from "chai";
import type { Emulator, Quirks } from "../../../emulator";
import type { Bag, DynamicHost, HostError } from "../../support/dynamic-host";

/** Where a scenario takes place: an account of its own, on an emulator of its own. */
export interface Place {
  readonly host: DynamicHost;
  readonly emulator: Emulator;
  readonly account: string;
  readonly quirks: Quirks;
}

/** One address as the engine holds it. */
interface Address {
  readonly id: string;
  readonly state: Bag;
  readonly inputs: Bag;
}

/** What a resource goes through: the main scenarios, in one life. Each step ends by looking at the service itself. */
export async function liveUnderQuirks(place: Place): Promise<void> {
  const { account, emulator } = place;
  emulator.setReadiness({ mode: "delay", milliseconds: 150 });
  let viewer = await create(place, { action: "connect", groups: ["a", "b"], account });
  let server = await create(place, {
    action: "listen",
    accessControl: { groups: ["a"], cloudAddresses: [viewer.id] },
    account,
    readyTimeoutSeconds: 20,
  });
  const policy = canTellOwnVersion(place) ? { onExternalChange: "resetPassword" } : {};
  let open = await create(place, { action: "listen", account, ...policy });
  for (const address of [viewer, server, open]) await expectQuiet(place, await refresh(place, address));

  viewer = await update(place, viewer, { ...viewer.inputs, groups: ["b", "c"] });
  server = await update(place, server, { ...server.inputs, accessControl: { cloudAddresses: [viewer.id] } });
  await expectQuiet(place, { ...viewer, inputs: { ...viewer.inputs, groups: ["c", "b", "c"] } });

  const { cloudPassword } = viewer.state;
  viewer = await update(place, viewer, { ...viewer.inputs, passwordVersion: 1 });
  expect(viewer.state.cloudPassword, "a new password").not.to.equal(cloudPassword);

  server = await repairDrift(place, server);
  await refuseConflict(place, viewer);
  viewer = await repairDrift(place, await refresh(place, viewer));
  open = await resetAfterOthers(place, open);
  await recoverLostCreate(place);

  const replacement = await create(place, { action: "listen", accessControl: { groups: ["a"] }, account });
  await remove(place, viewer);
  emulator.deleteAddress(open.id);
  await expectGone(place, open);
  for (const address of [server, replacement]) await remove(place, await refresh(place, address));
}

/**
 * Not where the service says too early that an address is ready (A43) and then moves its version when it is (A4): that
 * version looks like somebody else's.
 */
function canTellOwnVersion({ quirks }: Place): boolean {
  return !(quirks.readyBumpsVersion && quirks.stalePolls > 0);
}

async function create(place: Place, inputs: Bag): Promise<Address> {
  const { id, state } = await place.host.create(inputs);
  return expectAsDeclared(place, { id, state, inputs });
}

async function update(place: Place, { id, state }: Address, inputs: Bag): Promise<Address> {
  expect(await place.host.diff(id, state, inputs)).to.deep.equal({ changes: true, replaces: [] });
  const before = place.emulator.journal().length;
  const next = { id, state: await place.host.update(id, state, inputs), inputs };
  const writes = place.emulator
    .journal()
    .slice(before)
    .filter(({ method, cloudAddress }) => method !== "GET" && cloudAddress === id);
  const condition = place.quirks.etag === "none" ? [undefined] : writes.map(({ ifMatch }) => ifMatch);
  for (const ifMatch of condition) {
    if (place.quirks.etag !== "none") expect(ifMatch, "If-Match").to.match(/^"[^"]+"$/);
  }
  return expectAsDeclared(place, next);
}

async function refresh({ host }: Place, { id, state, inputs }: Address): Promise<Address> {
  const result = await host.read(id, state);
  expect(result.id, "exists").to.equal(id);
  return { id, state: result.state, inputs };
}

async function remove({ host, emulator }: Place, { id, state }: Address): Promise<void> {
  await host.delete(id, state);
  expect(emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress)).not.to.include(id);
}

/** Nothing is to be done. */
async function expectQuiet({ host }: Place, { id, state, inputs }: Address): Promise<void> {
  const { inputs: checked } = await host.check(state, inputs);
  expect(await host.diff(id, state, checked)).to.deep.equal({ changes: false, replaces: [] });
}

async function expectAsDeclared(place: Place, address: Address): Promise<Address> {
  const { id, state, inputs } = address;
  const held = find(place.emulator, id);
  expect(new Set(held?.groups)).to.deep.equal(new Set((inputs.groups ?? []) as string[]));
  const { groups, cloudAddresses } = (inputs.accessControl ?? {}) as Record<string, string[]>;
  expect(held?.accessControl === undefined).to.equal(inputs.accessControl === undefined);
  expect(new Set(held?.accessControl?.groups)).to.deep.equal(new Set(groups));
  expect(new Set(held?.accessControl?.cloudAddresses)).to.deep.equal(new Set(cloudAddresses));
  expect(place.emulator.verifyPassword(id, state.cloudPassword as string), "password").to.equal(true);
  expect(state.writtenEtag, "settled").to.equal(state.etag);
  await expectQuiet(place, address);
  return address;
}

/** Somebody else changes the address; a refresh shows it and an update repairs it. */
async function repairDrift(place: Place, address: Address): Promise<Address> {
  editFromOutside(place, address, "intruders");
  place.emulator.releaseReadiness(address.id);
  const { state } = await refresh(place, address);
  const { groups, accessControl } = state as { groups?: string[]; accessControl?: { groups?: string[] } };
  expect(groups ?? accessControl?.groups).to.deep.equal(["intruders"]);
  return update(place, { ...address, state }, address.inputs);
}

/** Somebody else changes the address and nobody has seen it: nothing is written. */
async function refuseConflict(place: Place, address: Address): Promise<void> {
  if (place.quirks.etag === "none") return;
  editFromOutside(place, address, "unseen");
  place.emulator.releaseReadiness(address.id);
  const error = (await place.host
    .update(address.id, address.state, { ...address.inputs, groups: ["mine"] })
    .catch((caught: unknown) => caught)) as HostError;
  expect(error.message).to.match(/^Conflict, nothing written/);
  expect(find(place.emulator, address.id)?.groups).to.deep.equal(["unseen"]);
}

/** Somebody else resets the password: with `resetPassword` the next refresh shows it, and an update resets it. */
async function resetAfterOthers(place: Place, address: Address): Promise<Address> {
  const { etag, resetBumpsVersion } = place.quirks;
  if (etag === "none" || !resetBumpsVersion || !canTellOwnVersion(place)) return address;
  place.emulator.resetPassword(address.id);
  place.emulator.releaseReadiness(address.id);
  const seen = await refresh(place, address);
  expect(seen.state.passwordVersion).to.equal("(changed outside Pulumi)");
  return update(place, seen, address.inputs);
}

/** The answer of a create is lost: with markers the address is found again. */
async function recoverLostCreate(place: Place): Promise<void> {
  const { emulator, host, account, quirks } = place;
  // Enough addresses for several pages.
  const strangers = emulator.seed(
    Array.from({ length: 120 }, () => ({ allowedActions: ["connect"], groups: ["strangers"] })),
  );
  // A38: an address that is hidden while it is pending cannot be found.
  if (quirks.hidePendingFromList) emulator.setReadiness({ mode: "immediate" });
  emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
  const inputs = { action: "connect", groups: ["lost"], account, __owner: "lost" };
  const { id, state } = await host.create(inputs);
  expect(emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  emulator.deleteAddress(id);
  emulator.setReadiness({ mode: "delay", milliseconds: 150 });
  for (const stranger of strangers) emulator.deleteAddress(stranger);
}

/** A49: it may still be shown for a moment. */
async function expectGone({ host }: Place, { id, state }: Address): Promise<void> {
  const end = performance.now() + 5000;
  for (;;) {
    const { id: found } = await host.read(id, state);
    if (found === "") return;
    expect(performance.now(), "still there").to.be.below(end);
  }
}

function editFromOutside({ emulator }: Place, { id, inputs }: Address, group: string): void {
  const characteristics =
    inputs.action === "connect" ? { groups: [group] } : { accessControl: { groups: [group] } };
  emulator.editAddress(id, characteristics);
}

function find(emulator: Emulator, id: string) {
  return emulator.snapshot().addresses.find(({ cloudAddress }) => cloudAddress === id);
}
