"use strict";
/* global process */
const { handler } = require("../../../dist/provider");

/** Makes objects that live for a while, and prints the most of the heap that was used. */
const queue = [];
let peak = 0;
if (process.argv.includes("configured")) void handler().configure({ config: { get: () => undefined } });
for (let index = 0; index < 2e6; index += 1) {
  queue.push({ index, text: [`text ${index}`] });
  if (queue.length > 200_000) queue.splice(0, 1000);
  if (index % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
}
process.stdout.write(String(peak));
