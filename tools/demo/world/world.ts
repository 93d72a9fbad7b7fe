import type { Narrator } from "../screen/narrator";
import type { Pulumi } from "./pulumi";
import type { Quickstart } from "./quickstart";
import type { Service } from "./service";

/** What the story is told with. */
export interface World {
  readonly narrator: Narrator;
  readonly service: Service;
  readonly quickstart: Quickstart;
  readonly pulumi: Pulumi;
  /** Every password that an address had, to make sure that none was shown. The story adds what it learns. */
  readonly passwords: Set<string>;
}
