import { PassThrough } from "node:stream";
import { expect } from "chai";
import { contentBounds, readBody, remarkBounds } from "../../../client/transport/response-body";

describe("the body of an answer", () => {
  it("that the outcome does not depend on is read up to 64 KiB, for 5 seconds at most (A7)", () => {
    expect(remarkBounds).to.deep.equal({ maximumBytes: 64 * 1024, maximumMilliseconds: 5000 });
    expect(contentBounds).to.deep.equal({ maximumBytes: 1024 * 1024 });
  });

  it("is given up when its time is over, with what has come so far", async () => {
    const stream = new PassThrough();
    stream.write("half");
    const body = await readBody(stream, { maximumBytes: 100, maximumMilliseconds: 20 });
    expect(body).to.deep.equal({ text: "half", ending: "timeout" });
    expect(stream.destroyed).to.equal(true);
  });

  it("may be as long as allowed, and no byte longer", async () => {
    const read = (length: number) => {
      const stream = new PassThrough();
      stream.end("x".repeat(length));
      return readBody(stream, { maximumBytes: 100 });
    };
    expect(await read(100)).to.deep.equal({ text: "x".repeat(100), ending: "complete" });
    expect(await read(101)).to.include({ ending: "too large" });
  });
});
