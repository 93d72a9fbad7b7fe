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
    ["a text that is not known yet", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", unknownValue],
    ["a list that is not known yet", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", unknownValue],
    ["an object that is not known yet", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", unknownValue],
    ["a file that is not known yet", "030794c1-ac77-496b-92df-f27374a8bd58", unknownValue],
    ["an archive that is not known yet", "e48ece36-62e2-4504-bad9-02848725956a", unknownValue],
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
