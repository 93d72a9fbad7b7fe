import { expect } from "chai";
import { ForeignProject } from "./foreign-project";

describe("the packed package in a JavaScript project", () => {
  let project: ForeignProject;

  before(async () => {
    project = await ForeignProject.create("commonjs");
    await project.copyPrograms("javascript");
  });

  after(() => project.remove());

  for (const [modules, file] of [
    ["CommonJS", "program.cjs"],
    ["ES modules", "program.mjs"],
  ] as const) {
    it(`gives its four entry points to ${modules}, and they work together`, async () => {
      expect(await project.node(file)).to.deep.equal({
        password: "string",
        action: "connect",
        notFound: true,
        type: "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress",
        handlers: ["check", "configure", "create", "delete", "diff", "read", "update"],
      });
    });
  }

  it("gives ES modules every name that it gives to CommonJS", async () => {
    const compare = `
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url + "/../x");
      const missing = [];
      for (const entry of ["", "/client", "/emulator", "/provider"]) {
        const names = Object.keys(await import("pulumi-vnc-cloud" + entry));
        missing.push(...Object.keys(require("pulumi-vnc-cloud" + entry)).filter((name) => !names.includes(name)));
      }
      console.log(JSON.stringify(missing));`;
    await project.write("compare.mjs", compare);
    expect(await project.node("compare.mjs")).to.deep.equal([]);
  });

  it("hides everything but its entry points", async () => {
    const reach = `
      const reached = ["dist/client/vnc-cloud-client.js", "client/vnc-cloud-client", "cli"].map((inner) => {
        try {
          return require("pulumi-vnc-cloud/" + inner) && "reached";
        } catch (error) {
          return error.code;
        }
      });
      console.log(JSON.stringify(reached));`;
    expect(await project.node("-e", reach)).to.deep.equal(Array(3).fill("ERR_PACKAGE_PATH_NOT_EXPORTED"));
  });
});
