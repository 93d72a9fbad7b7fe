import { minVersion, type SemVer } from "semver";
import { engines, peerDependencies } from "../../../package.json";
import type { RuntimeChoice } from "./runtime";

const oldest = (range: string): string => (minVersion(range) as SemVer).version;
const oldestPulumi = oldest(peerDependencies["@pulumi/pulumi"]);

/** `@pulumi/pulumi` 3.249.0 and newer declare that they need Node.js 22. */
const newestPulumiForNode20 = "3.248.0";

/** Every supported line of Node.js, the first in the oldest version that works, each with the oldest and newest SDK. */
export const runtimeChoices: readonly RuntimeChoice[] = [
  { node: oldest(engines.node), pulumi: oldestPulumi },
  { node: oldest(engines.node), pulumi: newestPulumiForNode20 },
  { node: "22", pulumi: oldestPulumi },
  { node: "22", pulumi: "latest" },
  { node: "24", pulumi: oldestPulumi },
  { node: "24", pulumi: "latest" },
];
