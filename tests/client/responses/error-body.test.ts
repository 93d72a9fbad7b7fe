import { expect } from "chai";
import { readErrorBody } from "../../../client/responses/error-body";
import { textAnswer } from "./json-answer";

describe("the body of an error", () => {
  const rows: [string, string, object][] = [
    [
      "rule 10: a code as a number",
      '{"errorCode":1006,"errorMessage":"m"}',
      { errorCode: 1006, errorMessage: "m" },
    ],
    ["A26: a code as text", '{"errorCode":"1006"}', { errorCode: 1006 }],
    ["A7: JSON without a code", '{"errorMessage":"m"}', { errorMessage: "m" }],
    ["A7: nothing", "", {}],
    ["A7: HTML", "<html><body>Bad</body></html>", {}],
    ["a list", "[1006]", {}],
    ["broken JSON", '{"errorCode":1006', {}],
    ["members of other types", '{"errorCode":1.5,"errorMessage":{}}', {}],
    ["a code that is no number", '{"errorCode":"10O6"}', {}],
  ];
  for (const [name, text, expected] of rows) {
    it(`${name} gives ${JSON.stringify(expected)}`, () => {
      expect(readErrorBody(textAnswer(text).body)).to.deep.equal(expected);
    });
  }

  it("is ignored when it did not arrive whole", () => {
    expect(readErrorBody({ text: '{"errorCode":1006}', ending: "too large" })).to.deep.equal({});
    expect(readErrorBody({ text: undefined, ending: "complete" })).to.deep.equal({});
  });
});
