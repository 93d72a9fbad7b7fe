import type { AccessAddress, NameList } from "../world/address";
import { accessControlOf, groupsOf } from "../world/address";
import { anyConnector, anyListener } from "../world/elsewhere";
import type { AccessWorld } from "../world/world";
import type { AdmissionRow } from "./admission-row";
import { HitBoard } from "./hit-board";
import type { Reason } from "./reasons";
import { RowCache } from "./row-cache";

/**
 * The relation "may connect to", row by row: which connectors a listener admits, and why. A row is computed when it is
 * asked for, so the whole relation is never in memory.
 *
 * A listener without access control admits every connector of its API key (rule 20); with one, the members of its
 * groups and the addresses it names, whichever key they belong to. The VNC Cloud API documentation limits only open
 * listeners to the key and says nothing of a group name under two keys (A21, A31): what may be reachable is shown as
 * reachable, and the lint `group-across-keys` tells where that mattered.
 */
export class Admissions {
  private readonly board: HitBoard;
  private readonly rows = new RowCache<AdmissionRow>();

  constructor(readonly world: AccessWorld) {
    this.board = new HitBoard(world.connectors.length);
  }

  /** The row of a listener of the world. */
  rowOf(listener: AccessAddress): AdmissionRow {
    return this.rows.get(admissionProfile(listener), () => this.computeRow(listener));
  }

  private computeRow(listener: AccessAddress): AdmissionRow {
    const control = accessControlOf(listener);
    const named = typeof control === "object" ? [...new Set(control.groups.known)].sort() : [];
    const reasons: Reason[] = [...named.map((name): Reason => `group:${name}`), "group", "address", "open"];
    const hits = new ListenerHits(this.world, this.board, listener, reasons);
    this.board.reserve(reasons.length);
    if (control === "open") hits.open();
    else if (control === "unknown") hits.anything();
    else if (listener === anyListener) hits.unknownGroups();
    else {
      hits.groups(named, control.groups.unknown !== undefined);
      hits.addresses(control.cloudAddresses);
    }
    return this.board.takeRow(reasons);
  }
}

/** Listeners with equal profiles admit the same connectors for the same reasons. */
export function admissionProfile(listener: AccessAddress): string {
  const control = accessControlOf(listener);
  const key = control === "open" ? listener.key : undefined;
  const isLikeNoOther = listener.action === "unknown" || listener === anyListener;
  const itself = isLikeNoOther ? listener.id : undefined;
  return JSON.stringify([listener.action, control, key, itself]);
}

/** Puts on the board what the access control of one listener admits. */
class ListenerHits {
  private readonly isListener: boolean;
  private readonly itself: number | undefined;

  constructor(
    private readonly world: AccessWorld,
    private readonly board: HitBoard,
    private readonly listener: AccessAddress,
    private readonly reasons: readonly Reason[],
  ) {
    this.isListener = listener.action === "listen";
    this.itself = world.connectorPositions.get(listener.id);
  }

  open(): void {
    const { key } = this.listener;
    for (const [name, connectors] of this.world.byKey) {
      for (const connector of connectors) {
        if (name === key.name) this.hit(connector, "open", true);
        else if (!key.known || !this.at(connector).key.known) this.hit(connector, "open", false);
      }
    }
  }

  groups(names: readonly string[], orOthers: boolean): void {
    names.forEach((name, reason) => {
      for (const connector of this.world.members.get(name) ?? []) this.hitNumber(connector, reason, true);
      for (const connector of this.world.withUnknownGroups) this.hitNumber(connector, reason, false);
    });
    if (orOthers) this.anyGroup();
  }

  unknownGroups(): void {
    for (const connector of this.world.withUnknownGroups) this.hit(connector, "group", false);
  }

  addresses(list: NameList): void {
    for (const id of list.known) this.named(id, true);
    if (list.unknown === "anything") this.anyAddress();
    else for (const id of list.unknown ?? []) this.named(id, false);
  }

  anything(): void {
    this.anyAddress();
    this.anyGroup();
    this.everyone((connector) => {
      const { key } = this.at(connector);
      const isOtherKey = key.known && this.listener.key.known && key.name !== this.listener.key.name;
      if (!isOtherKey) this.hit(connector, "open", false);
    });
  }

  private anyAddress(): void {
    this.named(anyConnector.id, false);
    this.everyone((connector) => this.hit(connector, "address", false));
  }

  private anyGroup(): void {
    this.everyone((connector) => {
      const groups = groupsOf(this.at(connector));
      if (groups.known.length > 0 || groups.unknown) this.hit(connector, "group", false);
    });
  }

  private named(id: string, certain: boolean): void {
    const connector = this.world.connectorPositions.get(id);
    if (connector !== undefined) this.hit(connector, "address", certain);
  }

  private everyone(visit: (connector: number) => void): void {
    this.world.connectors.forEach((connector, position) => {
      if (!connector.outside) visit(position);
    });
  }

  private hit(connector: number, reason: Reason, certain: boolean): void {
    this.hitNumber(connector, this.reasons.lastIndexOf(reason), certain);
  }

  private hitNumber(connector: number, reason: number, certain: boolean): void {
    if (connector === this.itself) return;
    const isConnector = this.at(connector).action === "connect";
    this.board.hit(connector, reason, certain && this.isListener && isConnector);
  }

  private at(connector: number): AccessAddress {
    return this.world.connectors[connector] as AccessAddress;
  }
}
