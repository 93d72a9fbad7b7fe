import { expect } from "chai";
import type { WriteStream } from "node:tty";
import { StatusLine } from "../../../tools/test/screen/status-line";

describe("the status line of a test run on a terminal", () => {
  let written: string;
  let statusLine: StatusLine;

  beforeEach(() => {
    written = "";
    const terminal = { columns: 20, write: (text: string) => (written += text) };
    statusLine = new StatusLine(terminal as unknown as WriteStream);
  });

  it("is out of the way of what is written, and back below it", () => {
    statusLine.set("building");
    statusLine.writeAbove("a test\n");
    expect(written).to.equal("\r\u001b[Kbuilding\r\u001b[Ka test\n\r\u001b[Kbuilding");
  });

  it("never takes more than a line", () => {
    statusLine.set("building package 12 of 1,430");
    expect(written).to.equal("\r\u001b[Kbuilding package 12");
  });

  it("leaves nothing behind when it is cleared", () => {
    statusLine.set("building");
    statusLine.set("");
    statusLine.writeAbove("the end\n");
    expect(written).to.equal("\r\u001b[Kbuilding\r\u001b[Kthe end\n");
  });
});
