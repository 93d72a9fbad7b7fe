import { expect } from "chai";
import { ForeignProject } from "./foreign-project";

/** Packages that take long to load and are needed only for requests, or for other people's Pulumi programs. */
const heavy = ["hono", "http-proxy-agent", "https-proxy-agent", "node-fetch", "typescript"];

describe("what the packed package loads at the start", () => {
  let project: ForeignProject;

  before(async () => {
    project = await ForeignProject.create("commonjs");
  });

  after(() => project.remove());

  it("is nothing but itself for a program that imports the SDK, beside @pulumi/pulumi", async () => {
    const pulumi = await project.packagesLoadedBy('require("@pulumi/pulumi")');
    const sdk = await project.packagesLoadedBy('require("pulumi-vnc-cloud")');
    expect(sdk.filter((name) => !pulumi.includes(name))).to.deep.equal(["pulumi-vnc-cloud"]);
  });

  it("is not TypeScript, and half of @pulumi/pulumi at most, for a program that imports the SDK alone", async () => {
    const sdk = await project.modulesLoadedBy('require("pulumi-vnc-cloud")');
    const pulumi = await project.modulesLoadedBy('require("@pulumi/pulumi")');
    expect(sdk.filter((file) => file.includes("/node_modules/typescript/"))).to.deep.equal([]);
    expect(sdk.length).to.be.below(pulumi.length / 2);
    expect(sdk.filter((file) => file.includes("/pulumi-vnc-cloud/")).length).to.be.at.most(30);
  });

  it("is nothing heavy, and no Pulumi, for the provider and the client", async () => {
    for (const entry of ["provider", "client"]) {
      const packages = await project.packagesLoadedBy(`require("pulumi-vnc-cloud/${entry}")`);
      expect(packages).to.include("pulumi-vnc-cloud");
      expect(packages.filter((name) => [...heavy, "@pulumi/pulumi"].includes(name))).to.deep.equal([]);
    }
  });

  it("is HTTP as soon as something is asked of the service", async () => {
    const packages = await project.packagesLoadedBy(`
      const { VncCloudClient } = require("pulumi-vnc-cloud/client");
      const client = new VncCloudClient({ apiKey: "a", apiSecret: "b", endpoint: "http://127.0.0.1:9/", maxRetries: 0 });
      client.getReadiness("x").catch(() => undefined);`);
    expect(packages).to.include("node-fetch").and.not.include("@pulumi/pulumi");
  });

  it("is neither Pulumi nor TypeScript for the emulator", async () => {
    const packages = await project.packagesLoadedBy('require("pulumi-vnc-cloud/emulator")');
    expect(packages).to.include("hono");
    expect(packages).to.not.include("@pulumi/pulumi").and.not.include("typescript");
  });

  for (const [what, words] of [
    ["its version", ["--version"]],
    ["the help of everything", ["--help"]],
    ["the help of a command that asks the service", ["list", "--help"]],
  ] as const) {
    it(`is neither Pulumi, TypeScript, HTTP nor a server for a command that prints ${what}`, async () => {
      const packages = await project.packagesLoadedBy(`
        process.argv.push("vnc-cloud", ...${JSON.stringify(words)});
        require("./node_modules/pulumi-vnc-cloud/dist/cli/main.js");`);
      expect(packages).to.include("commander");
      expect(packages.filter((name) => [...heavy, "@pulumi/pulumi"].includes(name))).to.deep.equal([]);
    });
  }
});
