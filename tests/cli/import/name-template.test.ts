import { createHash } from "node:crypto";
import { expect } from "chai";
import { parseNameTemplate, uniqueNames } from "../../../cli/import/name-template";
import type { CloudAddressDetails } from "../../../client";

const viewer: CloudAddressDetails = {
  cloudAddress: "ztA.ztB.livEX.FCRPR",
  characteristics: { action: "connect", groups: ["support", "on call", "iac/connect/x/0f1e2d3c4b5a"] },
  etag: "1",
};
const server: CloudAddressDetails = {
  cloudAddress: "ztA.ztB.livEX.D8zzz",
  characteristics: { action: "listen" },
  etag: "1",
};
const hash = ({ cloudAddress }: CloudAddressDetails) =>
  createHash("sha256").update(cloudAddress).digest("hex").slice(0, 12);

describe("a name template", () => {
  const cases: readonly [template: string, viewer: string, server: string][] = [
    ["{action}-{last}", "connect-FCRPR", "listen-D8zzz"],
    ["{address}", "ztA.ztB.livEX.FCRPR", "ztA.ztB.livEX.D8zzz"],
    ["{group}-{last}", "on-call-FCRPR", "ungrouped-D8zzz"],
    ["{account}/{hash}", `default/${hash(viewer)}`, `default/${hash(server)}`],
    ["fleet", `fleet-${hash(viewer)}`, `fleet-${hash(server)}`],
    ["{action}", `connect-${hash(viewer)}`, `listen-${hash(server)}`],
    ["", hash(viewer), hash(server)],
  ];
  for (const [template, ofViewer, ofServer] of cases) {
    it(`${JSON.stringify(template)} makes ${ofViewer} and ${ofServer}`, () => {
      const naming = parseNameTemplate(template);
      expect(naming(viewer, undefined)).to.equal(ofViewer);
      expect(naming(server, undefined)).to.equal(ofServer);
    });
  }

  it("names the account", () => {
    expect(parseNameTemplate("{account}-{last}")(viewer, "eu")).to.equal("eu-FCRPR");
  });

  it("that two addresses answer with the same name gives each a hash, in whatever order they come", () => {
    const names = new Map([
      ["a.x", "connect-x"],
      ["b.x", "connect-x"],
      ["b.y", "connect-y"],
    ]);
    const unique = uniqueNames(names);
    expect(new Set(unique.values()).size).to.equal(3);
    expect(unique.get("b.y")).to.equal("connect-y");
    expect(unique.get("a.x")).to.match(/^connect-x-[0-9a-f]{16}$/);
    expect(uniqueNames(new Map([...names].reverse()))).to.deep.equal(new Map([...unique].reverse()));
  });
});
