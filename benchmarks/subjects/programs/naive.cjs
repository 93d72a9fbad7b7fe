"use strict";
/* global Buffer, fetch, process, setTimeout */
const pulumi = require("@pulumi/pulumi");
const { count, group, passwordVersion } = require("./plan.cjs");

/**
 * What one writes in an afternoon: a dynamic provider whose functions Pulumi serialises into the state, with fetch,
 * without limits, repetitions, conditions or a diff of its own.
 */
const provider = {
  async create(inputs) {
    const { cloudAddress, cloudPassword } = await this.call("POST", "", this.body(inputs));
    await this.untilReady(cloudAddress);
    const details = await this.call("GET", `/${cloudAddress}`);
    return { id: cloudAddress, outs: { ...inputs, cloudPassword, details } };
  },
  async read(id, state) {
    return { id, props: { ...state, details: await this.call("GET", `/${id}`) } };
  },
  async update(id, state, inputs) {
    let { cloudPassword } = state;
    if (state.group !== inputs.group)
      await this.call("PUT", `/${id}`, { cloudAddress: id, ...this.body(inputs) });
    if (state.passwordVersion !== inputs.passwordVersion) {
      ({ cloudPassword } = await this.call("POST", `/${id}`));
    }
    await this.untilReady(id);
    return { outs: { ...inputs, cloudPassword, details: await this.call("GET", `/${id}`) } };
  },
  async delete(id) {
    await this.call("DELETE", `/${id}`);
  },
  body(inputs) {
    return { allowedActions: [inputs.action], accessControl: { groups: [inputs.group] } };
  },
  async untilReady(id) {
    for (;;) {
      const { changes } = await this.call("GET", `/${id}/ready`);
      if (changes === "none") return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
  async call(method, path, body) {
    const { VNC_CLOUD_ENDPOINT, VNC_CLOUD_API_KEY, VNC_CLOUD_API_SECRET } = process.env;
    const credentials = Buffer.from(`${VNC_CLOUD_API_KEY}:${VNC_CLOUD_API_SECRET}`).toString("base64");
    const response = await fetch(`${VNC_CLOUD_ENDPOINT}/static-address${path}`, {
      method,
      headers: {
        Authorization: `Basic ${credentials}`,
        ...(body && { "Content-Type": "application/json" }),
        ...(method !== "PUT" && method !== "DELETE" && { Accept: "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  },
};

class Device extends pulumi.dynamic.Resource {
  constructor(name) {
    super(
      provider,
      name,
      { action: "listen", group, passwordVersion, cloudPassword: undefined, details: undefined },
      {
        additionalSecretOutputs: ["cloudPassword"],
      },
    );
  }
}

for (let index = 0; index < count; index += 1) new Device(`device-${index}`);
