import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const run = promisify(execFile);
const screen = resolve(__dirname, "../../../tools/demo/screen/screen.ts");

/** Waits for a while on a terminal of this width, in a process that can be ended if that takes for ever. */
async function waitOnTerminal(columns: number): Promise<string> {
  const code = `
    const { Screen } = require(${JSON.stringify(screen)});
    let shown = "";
    const terminal = new (require("node:stream").Writable)({ write: (text, _, done) => { shown += text; done(); } });
    const ignored = () => true;
    Object.assign(terminal, { isTTY: true, columns: ${columns}, cursorTo: ignored, clearLine: ignored, moveCursor: ignored });
    const work = new Promise((done) => setTimeout(done, 300, "done"));
    new Screen(terminal).during("waiting", work).then((result) => console.log(result, JSON.stringify(shown)));`;
  const { stdout } = await run(process.execPath, ["--import", "tsx", "--eval", code], { timeout: 15_000 });
  return stdout;
}

describe("the demo's screen", () => {
  it("shows on a terminal that something goes on", async () => {
    expect(await waitOnTerminal(80)).to.match(/^done .*waiting/);
  });

  it("shows nothing on a terminal that does not say how wide it is, and goes on", async () => {
    expect(await waitOnTerminal(0)).to.equal('done ""\n');
  });
});
