"use strict";
const pulumi = require("@pulumi/pulumi");
const { count, group, passwordVersion } = require("./plan.cjs");

/** A dynamic provider that asks nobody anything: what remains is the engine. */
const provider = {
  async diff(_id, state, inputs) {
    return {
      changes: state.group !== inputs.group || state.passwordVersion !== inputs.passwordVersion,
    };
  },
  async create(inputs) {
    return { id: inputs.name, outs: inputs };
  },
  async read(id, state) {
    return { id, props: state };
  },
  async update(_id, _state, inputs) {
    return { outs: inputs };
  },
  async delete() {},
};

class Device extends pulumi.dynamic.Resource {
  constructor(name) {
    super(provider, name, { name, action: "listen", group, passwordVersion });
  }
}

for (let index = 0; index < count; index += 1) new Device(`device-${index}`);
