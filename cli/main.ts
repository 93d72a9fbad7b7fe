#!/usr/bin/env node
import { runCommandLine } from "./command/run-command-line";
import { processSurroundings } from "./command/surroundings";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
void runCommandLine(process.argv.slice(2), processSurroundings()).then((code) => {
  process.exitCode = code;
});
