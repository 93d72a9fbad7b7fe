export type { Engine, OnProgress } from "./engine";
export { EngineUnavailableError } from "./engine-unavailable-error";
export { prepareEngine } from "./prepare-engine";
export { PulumiSession, type RunOptions } from "./session/pulumi-session";
export type { ProcessResult } from "./process/run-process";
