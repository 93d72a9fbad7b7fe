import {
  accessControlOf,
  accessRelation,
  admissionProfile,
  RowCache,
  type AccessAddress,
  type AccessWorld,
  type Admission,
  type ListenerAccess,
} from "../../../access/index";
import { jsonArraysText } from "../../output/json";

/** Which part of the relation is wanted; undefined = all. */
export interface RelationFilter {
  readonly from?: ReadonlySet<AccessAddress>;
  readonly to?: ReadonlySet<AccessAddress>;
}

/**
 * `{ listeners: [{ cloudAddress, name, open, admits: [{ cloudAddress, name, via }] }] }`, one listener a line, made
 * while it is read. An address that is admitted only perhaps, since something is not known, has `certain: false` besides.
 */
export function relationJson(world: AccessWorld, filter: RelationFilter): Generator<string> {
  return jsonArraysText({ listeners: listenerTexts(world, filter) });
}

function* listenerTexts(world: AccessWorld, filter: RelationFilter): Generator<string> {
  const admitted = new AdmittedTexts(filter.from);
  for (const access of accessRelation(world)) {
    const { listener } = access;
    if (filter.to && !filter.to.has(listener)) continue;
    const admits = admitted.of(access);
    if (filter.from && admits === "") continue;
    const open = accessControlOf(listener) === "open";
    const head = JSON.stringify({ cloudAddress: listener.id, name: listener.name, open });
    yield `${head.slice(0, -1)},"admits":[${admits}]}`;
  }
}

/** Makes the text of the admitted addresses, once for listeners that admit the same. */
class AdmittedTexts {
  private readonly heads = new Map<AccessAddress, string>();
  private readonly texts = new RowCache<string>(8);

  constructor(private readonly from: ReadonlySet<AccessAddress> | undefined) {}

  of({ listener, admits }: ListenerAccess): string {
    return this.texts.get(admissionProfile(listener), () => this.textOf(admits));
  }

  private textOf(admits: Iterable<Admission>): string {
    const texts: string[] = [];
    const reasons = new Map<readonly string[], string>();
    for (const { from, via, certain } of admits) {
      if (this.from && !this.from.has(from)) continue;
      let text = reasons.get(via);
      if (text === undefined) reasons.set(via, (text = JSON.stringify(via)));
      texts.push(`${this.headOf(from)},"via":${text}${certain ? "" : ',"certain":false'}}`);
    }
    return texts.join(",");
  }

  private headOf(address: AccessAddress): string {
    const existing = this.heads.get(address);
    if (existing !== undefined) return existing;
    const head = JSON.stringify({ cloudAddress: address.id, name: address.name }).slice(0, -1);
    this.heads.set(address, head);
    return head;
  }
}
