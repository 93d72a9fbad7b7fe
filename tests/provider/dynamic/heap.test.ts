import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

describe("the memory of the provider process", () => {
  /** The most of the heap that was used, in bytes, in a process that leaves garbage as calls do. */
  async function peakHeap(isConfigured: boolean): Promise<number> {
    const words = [join(__dirname, "garbage.cjs"), ...(isConfigured ? ["configured"] : [])];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    return Number(stdout);
  }

  it("is a good part less where garbage piles up, once the provider is configured", async () => {
    const [usual, configured] = [await peakHeap(false), await peakHeap(true)];
    expect(configured).to.be.lessThan(0.8 * usual);
  });
});
