import { expect } from "chai";
import { countsOf, Stack } from "./support/stack";

describe("the functions of the package under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let existing: string;
  before(async () => {
    stack = await Stack.create("");
    [existing] = stack.emulator.seed([
      { allowedActions: ["listen"], accessControl: { groups: ["support"] } },
      ...Array.from({ length: 120 }, () => ({ allowedActions: ["connect"] })),
    ]) as [string];
  });
  after(() => stack.dispose());

  it("tell what exists, in plain and in output form, in a preview too", async () => {
    await stack.write(`
      const server = CloudAddress.get("server", "${existing}");
      module.exports = async () => ({
        plain: await vnc.getCloudAddress({ cloudAddress: "${existing}" }),
        output: vnc.getCloudAddressOutput({ cloudAddress: server.cloudAddress }),
        count: (await vnc.listCloudAddresses()).length,
        countOutput: vnc.listCloudAddressesOutput().apply((all) => all.length),
        groups: server.accessControl.apply((accessControl) => accessControl.groups),
        password: server.cloudPassword.apply((password) => password ?? "unknown"),
      });
    `);
    const expected = { details: 3, list: 4 };
    expect(countsOf(await stack.preview())).to.deep.equal(expected);
    expect(countsOf(await stack.up())).to.deep.equal(expected);
    const { plain, output, ...rest } = await stack.outputs();
    expect(plain).to.deep.include({
      cloudAddress: existing,
      action: "listen",
      accessControl: { groups: ["support"] },
    });
    expect(output).to.deep.equal(plain);
    expect(rest).to.deep.equal({ count: 121, countOutput: 121, groups: ["support"], password: "unknown" });
  });

  it("what is only looked up is neither changed nor deleted", async () => {
    expect(countsOf(await stack.refresh())).to.deep.equal({ details: 1 });
    expect(countsOf(await stack.destroy())).to.deep.equal({});
    expect(stack.emulator.snapshot().addresses).to.have.length(121);
  });

  it("getCloudAddress of what does not exist throws an error that a program can catch", async () => {
    await stack.write(`
      module.exports = () => vnc.getCloudAddress({ cloudAddress: "a.b.c.d" }).catch(({ status, message }) => ({ status, message }));
    `);
    const preview = await stack.preview();
    expect(preview.stdout).to.match(/status *: 404/);
    expect(preview.stdout).to.match(/message *: "Could not read the cloud address a\.b\.c\.d/);
  });

  it("CloudAddress.get of what does not exist fails the preview and names the address", async () => {
    await stack.write('CloudAddress.get("it", "a.b.c.d");');
    const preview = await stack.attempt("preview");
    expect(preview.exitCode).not.to.equal(0);
    expect(preview.stdout).to.contain('Cloud address "a.b.c.d" does not exist');
  });
});
