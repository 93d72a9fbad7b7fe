import { expect } from "chai";
import { warnings } from "../../../provider";

describe("warnings", () => {
  const cases: [string, Parameters<typeof warnings>[0], RegExp[]][] = [
    [
      "rule 20: a listen address without access control is open",
      { action: "listen" },
      [/every connect address/],
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
      [/more than 256 bytes/],
    ],
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
      [/two different groups/],
    ],
    [
      "nothing for an unknown name",
      { action: "connect", groups: ["04da6b54-80e4-46f7-96ec-b56ff0331ba9"] },
      [],
    ],
  ];
  for (const [name, inputs, expected] of cases) {
    it(name, () => {
      const messages = warnings(inputs).map(({ message }) => message);
      expect(messages).to.have.length(expected.length);
      expected.forEach((pattern, index) => expect(messages[index]).to.match(pattern));
    });
  }
});
