import { expect } from "chai";
import { repeatedAfter, retryClasses, retryClassOf } from "../../../client/retry/retry-classes";

describe("the retry table", () => {
  it("has exactly these classes", () => {
    expect(retryClasses).to.deep.equal({
      list: "idempotent",
      ready: "idempotent",
      details: "idempotent",
      change: "conditional",
      delete: "conditional",
      create: "not idempotent",
      reset: "not idempotent",
    });
  });

  it("repeats what is not idempotent only when the service provably did nothing (A52, A53)", () => {
    expect(repeatedAfter["not idempotent"]).to.deep.equal({
      "not sent": true,
      refused: true,
      ambiguous: false,
    });
  });

  it("repeats everything else after every fault that may pass (A54)", () => {
    const always = { "not sent": true, refused: true, ambiguous: true };
    expect(repeatedAfter.idempotent).to.deep.equal(always);
    expect(repeatedAfter.conditional).to.deep.equal(always);
  });

  it("counts change and delete without If-Match as not idempotent", () => {
    expect(retryClassOf("change", false)).to.equal("not idempotent");
    expect(retryClassOf("delete", false)).to.equal("not idempotent");
    expect(retryClassOf("change", true)).to.equal("conditional");
    expect(retryClassOf("delete", true)).to.equal("conditional");
    expect(retryClassOf("reset", true)).to.equal("not idempotent");
    expect(retryClassOf("details", false)).to.equal("idempotent");
  });
});
