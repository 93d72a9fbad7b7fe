import { createRequire } from "node:module";

let userAgentText: string | undefined;

/** `pulumi-vnc-cloud/<version>`: what every request names as its sender. */
export function userAgent(): string {
  // By the package's own name, because the way to package.json differs between source and build.
  const load = createRequire(__filename);
  userAgentText ??= `pulumi-vnc-cloud/${(load("pulumi-vnc-cloud/package.json") as { version: string }).version}`;
  return userAgentText;
}
