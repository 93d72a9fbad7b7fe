import { expect } from "chai";
import { warnings } from "../../../provider";

describe("warnings", () => {
  const cases: [string, Record<string, unknown>, RegExp[]][] = [
    [
      "rule 20: a listen address without access control is open",
      { action: "listen" },
      [
        /^openListener: no accessControl, so every connect address .*Name the groups or cloud addresses .*openListeners/,
      ],
    ],
    [
      "a listen address with access control is not",
      { action: "listen", accessControl: { groups: ["a"] } },
      [],
    ],
    ["a connect address never is", { action: "connect" }, []],
    [
      "A15: a name of 256 characters but more bytes",
      { action: "connect", groups: ["é".repeat(200)] },
      [/^groupName: groups: "é+" has more than 256 bytes/],
    ],
    [
      "A15: a name of as many characters as are allowed, but more bytes",
      { action: "connect", groups: ["é".repeat(256)] },
      [/more than 256 bytes/],
    ],
    ["A15: nothing for 256 bytes", { action: "connect", groups: ["é".repeat(128)] }, []],
    ["rule 18: nothing for what is a fault", { action: "connect", groups: ["é".repeat(257)] }, []],
    ["A16: white space around a name", { action: "connect", groups: [" a"] }, [/white space/]],
    [
      "A16: a control character in a name",
      { action: "connect", groups: ["a\u0007b"] },
      [/control characters/],
    ],
    [
      "A16: names that differ in case",
      { action: "connect", groups: ["Sales", "sales"] },
      [/two different groups/],
    ],
    [
      "A16: names that differ in normal form",
      { action: "listen", accessControl: { groups: ["é", "e\u0301"] } },
      [/^groupName: accessControl\.groups: .*two different groups/],
    ],
    ["nothing for what is no text", { action: "connect", groups: [3, null, " a"] }, [/white space/]],
    ["nothing for what is no list", { action: "connect", groups: "Aa" }, []],
  ];
  for (const [name, inputs, expected] of cases) {
    it(name, () => {
      const found = warnings(inputs).map(({ kind, message }) => `${kind}: ${message}`);
      expect(found).to.have.length(expected.length);
      expected.forEach((pattern, index) => expect(found[index]).to.match(pattern));
    });
  }
});
