import { expect } from "chai";
import { occasionalLines } from "../../../tools/engine/progress/occasional-lines";

describe("progress that is not shown on a terminal", () => {
  it("is a line for each thing that begins and for each tenth of it, however often it is reported", () => {
    const lines: string[] = [];
    const { onProgress } = occasionalLines((line) => lines.push(line));
    onProgress("Looking");
    for (let count = 1; count <= 50; count += 1) onProgress(`Fetching ${count}`);
    for (let count = 1; count <= 2000; count += 1) onProgress(`Building ${count} of 2000`, count / 2000);
    expect(lines).to.deep.equal([
      "Looking",
      "Fetching 1",
      "Building 1 of 2000",
      ...Array.from({ length: 10 }, (_, index) => `Building ${(index + 1) * 200} of 2000`),
    ]);
  });
});
