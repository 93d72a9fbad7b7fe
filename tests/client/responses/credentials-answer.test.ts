import { expect } from "chai";
import { readCredentials } from "../../../client/responses/credentials-answer";
import { InvalidAnswer } from "../../../client/responses/invalid-answer";
import { jsonAnswer } from "./json-answer";

const cloudAddress = "a.b.c.d";

describe("the answer to create and reset", () => {
  it("rule 21: holds address and password; no password is refused for its form (F15)", () => {
    const credentials = readCredentials(
      jsonAnswer({ cloudAddress, cloudPassword: "a.B\u00e9 \\" }).body,
      undefined,
    );
    expect({ ...credentials }).to.deep.equal({ cloudAddress, cloudPassword: "a.B\u00e9 \\" });
  });

  it("A56: an address that could not be used afterwards is refused", () => {
    const body = jsonAnswer({ cloudAddress: "../x", cloudPassword: "p" }).body;
    expect(() => readCredentials(body, undefined)).to.throw(InvalidAnswer, /names no cloud address/);
  });

  it("rule 58: the password of another address is refused", () => {
    const body = jsonAnswer({ cloudAddress: "other", cloudPassword: "p" }).body;
    expect(() => readCredentials(body, cloudAddress)).to.throw(InvalidAnswer, /another cloud address/);
  });

  it("names the address that was made when only the password is missing", () => {
    for (const cloudPassword of [undefined, "", 7, null]) {
      const read = () => readCredentials(jsonAnswer({ cloudAddress, cloudPassword }).body, undefined);
      expect(read).to.throw(InvalidAnswer).with.property("cloudAddress", cloudAddress);
    }
  });

  it("does not quote the body of an answer that it refuses", () => {
    const text = `{"cloudAddress":"${cloudAddress}","cloudPassword":"Canary1`;
    expect(() => readCredentials({ text, ending: "complete" }, undefined)).to.throw(/^is not valid JSON$/);
  });
});
