import type { AccessWorld } from "../../../access/index";

export function* page(_world: AccessWorld): Generator<string> {
  yield "";
}
