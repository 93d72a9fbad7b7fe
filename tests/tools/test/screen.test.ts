import { expect } from "chai";
import { Screen } from "../../../tools/test/screen/screen";

describe("the screen of a test run", () => {
  let written: string;
  let screen: Screen;

  beforeEach(() => {
    written = "";
    screen = new Screen((lines) => (written += lines));
  });

  it("shows the first section as it comes, in whole lines", () => {
    const first = screen.open();
    first.print("one\ntw");
    expect(written).to.equal("one\n");
    first.print("o\n");
    expect(written).to.equal("one\ntwo\n");
  });

  it("keeps later sections back until all before them have ended", () => {
    const [first, second, third] = [screen.open(), screen.open(), screen.open()];
    third.print("third\n");
    third.close();
    second.print("second\n");
    first.print("first\n");
    expect(written).to.equal("first\n");
    first.close();
    expect(written).to.equal("first\nsecond\n");
    second.print("and on\n");
    second.close();
    expect(written).to.equal("first\nsecond\nand on\nthird\n");
  });

  it("ends the last line of a section that did not", () => {
    const [first, second] = [screen.open(), screen.open()];
    first.print("cut o");
    first.close();
    second.print("next\n");
    expect(written).to.equal("cut o\nnext\n");
  });
});
