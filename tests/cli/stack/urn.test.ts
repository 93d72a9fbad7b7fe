import { expect } from "chai";
import { cloudAddressType, parseUrn } from "../../../cli/stack/urn";

describe("a URN", () => {
  it("says stack, project, type and name, which may have colons in it", () => {
    expect(parseUrn(`urn:pulumi:prod::shop::${cloudAddressType}::kiosk::7`)).to.deep.equal({
      stack: "prod",
      project: "shop",
      type: cloudAddressType,
      name: "kiosk::7",
    });
  });

  it("says the resource's own type, without its parents'", () => {
    const urn = `urn:pulumi:prod::shop::shop:index:Site$vnc-cloud:index:DeviceFleet$${cloudAddressType}::fleet-1`;
    expect(parseUrn(urn)).to.include({ type: cloudAddressType, name: "fleet-1" });
  });

  it("is nothing else", () => expect(parseUrn("kiosk-7")).to.equal(undefined));
});
