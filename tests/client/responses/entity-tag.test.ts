import { expect } from "chai";
import fc from "fast-check";
import { ifMatchHeader, parseEntityTag } from "../../../client/responses/entity-tag";

describe("entity tags", () => {
  const rows: [string, string | undefined, string | undefined][] = [
    ["quoted", '"7"', "7"],
    ["bare", "7", "7"],
    ["weak", 'W/"7"', "7"],
    ["opaque", '"9f3c:+/=~"', "9f3c:+/=~"],
    ["between blanks", '  "7"  ', "7"],
    ["absent", undefined, undefined],
    ["empty", "", undefined],
    ["empty in quotes", '""', undefined],
    ["with a quote inside", '"a"b"', undefined],
    ["a list", '"7", "8"', undefined],
    ["with a blank inside", '"a b"', undefined],
    ["with a control character", '"a\u0001"', undefined],
    ["with a character that no header can carry", '"\u20ac"', undefined],
  ];
  for (const [name, header, expected] of rows) {
    it(`A1: ${name} is ${expected ?? "no version"}`, () => {
      expect(parseEntityTag(header)).to.equal(expected);
    });
  }

  it("A2: one quoted tag is sent, also for a version that was kept with its quotes", () => {
    expect(["7", '"7"', 'W/"7"'].map(ifMatchHeader)).to.deep.equal(['"7"', '"7"', '"7"']);
  });

  it("A1: whatever is read can be sent, and means the same when it comes back", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const opaque = parseEntityTag(header);
        if (opaque === undefined) return;
        expect(parseEntityTag(ifMatchHeader(opaque))).to.equal(opaque);
        expect(ifMatchHeader(opaque)).to.match(/^"[^"]+"$/);
      }),
    );
  });
});
