import { expect } from "chai";
import { hiddenSecret, secretEnvelope, stateProperties, unknownValue } from "../../../cli/stack/state-value";

describe("a value of a state", () => {
  const cases: readonly [string, unknown, unknown][] = [
    [
      "an encrypted secret",
      { ...secretEnvelope("x"), plaintext: undefined, ciphertext: "v1:abc" },
      hiddenSecret,
    ],
    ["a secret that was exported with --show-secrets", secretEnvelope("canary"), hiddenSecret],
    ["a secret that a preview printed", "[secret]", hiddenSecret],
    ["what is not known yet", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", unknownValue],
    [
      "another special value",
      { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17" },
      unknownValue,
    ],
    [
      "a secret within lists and objects",
      { list: [secretEnvelope("canary"), "a"] },
      { list: [hiddenSecret, "a"] },
    ],
    ["a plain one", { groups: ["a"], count: 1, none: null }, { groups: ["a"], count: 1, none: null }],
  ];
  for (const [title, written, read] of cases) {
    it(`is read: ${title}`, () => {
      expect(stateProperties({ value: written }).value).to.deep.equal(read);
    });
  }

  it("is left out if it is the engine's own", () => {
    expect(stateProperties({ __provider: "code", action: "connect" })).to.deep.equal({ action: "connect" });
  });
});
