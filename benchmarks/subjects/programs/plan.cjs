"use strict";
/* global process */

/** What a program declares in this run, from the environment: `count` addresses, all with the same properties. */
module.exports = {
  count: Number(process.env.BENCHMARK_COUNT),
  group: process.env.BENCHMARK_GROUP,
  passwordVersion: process.env.BENCHMARK_PASSWORD_VERSION,
};
