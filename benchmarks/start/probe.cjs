"use strict";
/* global performance, process */

/**
 * Loaded into every Node.js process of a run (`NODE_OPTIONS=--require`). It notes when the process started, and when
 * each module that takes long was loaded for the first time: one JSON line each, written at once, because the engine
 * kills processes.
 */
const { appendFileSync } = require("node:fs");
const Module = require("node:module");

const watched = [
  ["@pulumi/pulumi", /@pulumi\/pulumi\/index\.js$/],
  ["host", /@pulumi\/pulumi\/cmd\/(?:run\/(?:index|run)|dynamic-provider\/index)\.js$/],
  ["TypeScript", /node_modules\/typescript\/lib\/typescript\.js$/],
  ["ts-node", /node_modules\/ts-node\/dist\/index\.js$/],
  ["SDK", /dist\/sdk\/index\.js$/],
  ["provider", /dist\/provider\/index\.js$/],
];

const command = [...process.execArgv, ...process.argv].join(" ");

function note(what, start, end = performance.now()) {
  const { timeOrigin } = performance;
  const line = { pid: process.pid, command, what, start: timeOrigin + start, end: timeOrigin + end };
  appendFileSync(process.env.BENCHMARK_PROBE_FILE, `${JSON.stringify(line)}\n`);
}

note("Node.js", 0);
process.once("exit", () => note("exit", performance.now()));
const load = Module.prototype.load;
Module.prototype.load = function (file) {
  const known = watched.find(([, pattern]) => pattern.test(file));
  if (known === undefined) return load.call(this, file);
  const start = performance.now();
  try {
    return load.call(this, file);
  } finally {
    note(known[0], start);
  }
};
