import type { AccessAddress } from "../world/address";
import { anyConnector } from "../world/elsewhere";
import type { AccessWorld } from "../world/world";

/** The connectors of two worlds in one numbering, so that their rows can be compared. */
export interface CommonConnectors {
  /** Each connector as it is after the change; as it was before, if it is gone. */
  readonly latest: readonly AccessAddress[];
  /** Position in the world before -> common position. */
  readonly ofBefore: Uint32Array;
  /** Position in the world after -> common position. */
  readonly ofAfter: Uint32Array;
  /** 1 where the change leaves the connector itself as it is. */
  readonly untouched: Uint8Array;
  /** 1 where nothing is known of the connector on either side but its id: nothing about it can be seen to change. */
  readonly outside: Uint8Array;
}

/** Brings the connectors of two worlds into one numbering. */
export function commonConnectors(before: AccessWorld, after: AccessWorld): CommonConnectors {
  const latest = [...before.connectors];
  const ofAfter = new Uint32Array(after.connectors.length);
  after.connectors.forEach((connector, position) => {
    const common = before.connectorPositions.get(connector.id) ?? latest.length;
    latest[common] = connector;
    ofAfter[position] = common;
  });
  const earlier = before.connectors;
  return {
    latest,
    ofBefore: Uint32Array.from(earlier.keys()),
    ofAfter,
    untouched: Uint8Array.from(latest, (connector, common) => Number(connector === earlier[common])),
    outside: Uint8Array.from(latest, (connector) =>
      Number(connector.outside === true && connector !== anyConnector),
    ),
  };
}
