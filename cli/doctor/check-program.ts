import semver from "semver";
import type { Check } from "./check";
import { installedManifest, nearestManifest, ownManifest } from "./manifest";

/** Whether this Node.js is new enough for this package. */
export function checkNode(version: string): Check {
  const range = ownManifest().engines?.node ?? "*";
  const detail = `Node.js ${version}`;
  if (semver.satisfies(version, range)) return { check: "node", result: "ok", detail };
  return {
    check: "node",
    result: "wrong",
    detail: `${detail}, but pulumi-vnc-cloud needs ${range}`,
    advice: "Install a newer Node.js, and see that it comes first on the PATH: https://nodejs.org",
  };
}

/** Whether a program in this folder finds a Pulumi SDK that fits both to this package and to Node.js. */
export function checkPulumiSdk(directory: string, nodeVersion: string): Check {
  const name = "@pulumi/pulumi";
  const check = "pulumi-sdk";
  const range = ownManifest().peerDependencies?.[name] ?? "*";
  const { version, engines } = installedManifest(name, directory) ?? {};
  if (version === undefined) {
    return {
      check,
      result: nearestManifest(directory) ? "wrong" : "unknown",
      detail: `${name} is not found from ${directory}`,
      advice: `In the folder of the Pulumi program, run: npm install ${name}`,
    };
  }
  const detail = `${name} ${version}`;
  if (!semver.satisfies(version, range)) {
    return {
      check,
      result: "wrong",
      detail: `${detail}, but pulumi-vnc-cloud needs ${range}`,
      advice: `Run: npm install ${name}@latest`,
    };
  }
  if (engines?.node !== undefined && !semver.satisfies(nodeVersion, engines.node)) {
    return {
      check,
      result: "wrong",
      detail: `${detail} needs Node.js ${engines.node}, and this is ${nodeVersion}`,
      advice: `Install a newer Node.js, or run: npm install ${name}@3.248.0 (the last for Node.js 20)`,
    };
  }
  return { check, result: "ok", detail };
}

/** Whether the program depends on this package itself: Pulumi loads it from the program's folder. */
export function checkPackage(directory: string): Check {
  const check = "package";
  const { name = "", version } = ownManifest();
  const program = nearestManifest(directory);
  if (program === undefined) {
    return {
      check,
      result: "unknown",
      detail: `there is no package.json in ${directory} or above it`,
      advice: "Run this in the folder of the Pulumi program.",
    };
  }
  const { manifest, file } = program;
  const isDirect =
    manifest.name === name ||
    manifest.dependencies?.[name] !== undefined ||
    manifest.devDependencies?.[name] !== undefined;
  const advice = `In the folder of the Pulumi program, run: npm install ${name}`;
  if (!isDirect) {
    const detail = `${file} does not name ${name} among its dependencies, so Pulumi may not find it`;
    return { check, result: "wrong", detail, advice };
  }
  const installed = manifest.name === name ? manifest : installedManifest(name, directory);
  if (installed === undefined) {
    return {
      check,
      result: "wrong",
      detail: `${file} names ${name}, which is not installed`,
      advice: "Run: npm install",
    };
  }
  if (installed.version === version) return { check, result: "ok", detail: `${name} ${version}` };
  return {
    check,
    result: "note",
    detail: `the program has ${name} ${installed.version}, this command is of ${version}`,
    advice: 'Run the program\'s own: "npx vnc-cloud" in its folder.',
  };
}
