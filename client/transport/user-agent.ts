import { createRequire } from "node:module";

let userAgentText: string | undefined;

/** `pulumi-vnc-cloud/<version>`: what every request names as its sender. */
export function userAgent(): string {
  return (userAgentText ??= `pulumi-vnc-cloud/${versionOfPackage()}`);
}

function versionOfPackage(): string {
  // By the package's own name, because the way to package.json differs between source and build.
  const load = createRequire(__filename);
  return (load("pulumi-vnc-cloud/package.json") as { version: string }).version;
}
