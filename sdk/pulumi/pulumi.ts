/**
 * What this package needs of Pulumi's SDK, part by part. The index of `@pulumi/pulumi` also loads what serialises
 * functions, and with it TypeScript, which takes four times as long to load as all of this. A program that is plain
 * JavaScript and imports this package alone never waits for it.
 */
import { RunError } from "@pulumi/pulumi/errors";
// The module itself, and not a view of it: `debug-log.ts` replaces one of its functions.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import log = require("@pulumi/pulumi/log");
import { all, output, secret } from "@pulumi/pulumi/output";
import { ComponentResource, createUrn, CustomResource, mergeOptions } from "@pulumi/pulumi/resource";
import { getConfig } from "@pulumi/pulumi/runtime/config";
import { serializeResourceProperties, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";

export {
  all,
  ComponentResource,
  createUrn,
  CustomResource,
  getConfig,
  getMonitor,
  log,
  mergeOptions,
  output,
  RunError,
  secret,
  serializeResourceProperties,
  specialSigKey,
};
export type { Input, Output } from "@pulumi/pulumi/output";
export type {
  Alias,
  ComponentResourceOptions,
  CustomResourceOptions,
  ID,
  Resource,
  URN,
} from "@pulumi/pulumi/resource";
