import { expect } from "chai";
import { canary } from "../support/provider-fixture";
import { formsOf } from "../support/secret-forms";

describe("the search for secrets that these tests end with", () => {
  const secret = canary.apiSecret;
  const goJson = `{"message":"${JSON.stringify(secret).slice(1, -1).replaceAll("&", "\\u0026").replaceAll(">", "\\u003e")}"}`;
  const basic = (key: string) => Buffer.from(`${key}:${secret}`).toString("base64");

  const texts: [string, string][] = [
    ["as it is", `the secret ${secret}, in a sentence`],
    ["in JSON", JSON.stringify({ secret })],
    ["in JSON of Go", goJson],
    ["in JSON within JSON", JSON.stringify({ text: JSON.stringify({ secret }) })],
    ["in JSON of Go within JSON", JSON.stringify({ text: goJson })],
    ["in a URL", `http://key:${encodeURIComponent(secret)}@host/`],
    ["in a form", new URLSearchParams({ secret }).toString()],
    ["in Base64", Buffer.from(secret).toString("base64")],
    ["in Base64 for URLs", Buffer.from(secret).toString("base64url")],
    ["in an Authorization header, at the first shift", basic("ab")],
    ["in an Authorization header, at the second shift", basic("abc")],
    ["in an Authorization header, at the third shift", basic("abcd")],
  ];
  for (const [place, text] of texts) {
    it(`finds a secret ${place}`, () => {
      expect(formsOf(secret).filter((form) => text.includes(form))).not.to.be.empty;
    });
  }

  it("needs each of its forms: the secret in the clear is in few of these texts", () => {
    const inTheClear = texts.filter(([, text]) => text.includes(secret));
    expect(inTheClear).to.have.length(1);
  });

  it("finds nothing where no secret is", () => {
    const text = JSON.stringify(canary.apiKey) + basic("x").slice(0, 4);
    expect(formsOf(secret).filter((form) => text.includes(form))).to.be.empty;
  });
});
