import type { World } from "../world/world";

/** A step of the story. */
export interface Chapter {
  readonly title: string;
  /** Does it, shows it, and claims nothing that was not checked. */
  readonly tell: (world: World) => Promise<void>;
}
