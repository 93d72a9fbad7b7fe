import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { expect } from "chai";
import { newPassword } from "../../emulator/addresses/identifiers";
import { useTemporaryFolder } from "../tools/engine/temporary-folder";

const main = resolve(__dirname, "../../tools/demo/main.ts");

const headings = [
  "1. Declare two addresses, and create them",
  "2. Run it again: nothing to do",
  "3. Somebody edits an address by curl",
  "4. The preview shows the drift, field by field",
  "5. Up repairs it",
  "6. The action changes: the preview announces a replacement",
  "7. Up replaces it",
  "8. Rotate a password",
  "9. Destroy",
  "10. What the service was asked in total",
];

const cloudAddress = /\b[A-Za-z0-9]{1,32}(?:\.[A-Za-z0-9]{1,32}){3}\b/g;
const password = /\b[A-Za-z0-9]{20}\b/;
const apiSecret = /\b[0-9a-f]{32}\b/;

interface Run {
  exitCode: number | null;
  output: string;
}

/** Runs the demo as a pipe sees it, and interrupts it as soon as it has printed a certain text. */
async function runDemo(environment: NodeJS.ProcessEnv, options: { interruptAt?: string } = {}): Promise<Run> {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { ...process.env, TSX_DISABLE_CACHE: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let interrupted = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (interrupted || options.interruptAt === undefined || !output.includes(options.interruptAt)) return;
      interrupted = true;
      child.kill("SIGINT");
    });
  }
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, output };
}

describe("npm run demo", function () {
  this.timeout(180_000);
  const inFolder = useTemporaryFolder();

  it("tells its story to the end, in order and in plain text, and leaves nothing behind", async () => {
    const { exitCode, output } = await runDemo({ TMPDIR: inFolder() });
    expect(exitCode, output).to.equal(0);
    expect([...output.matchAll(/^── (.*?) ─+$/gm)].map(([, heading]) => heading)).to.deep.equal(headings);
    expect(output).not.to.contain("\u001b").and.not.to.contain("✗");
    expect(output).to.match(/^All \d\d claims \(✓\) were checked and are true\./m);
    expect(newPassword()).to.match(password);
    const withoutAddresses = output.replaceAll(cloudAddress, "");
    expect(withoutAddresses).not.to.match(password).and.not.to.match(apiSecret);
    expect(await readdir(inFolder())).to.deep.equal([]);
  });

  it("ends on Ctrl-C in the middle of an up with exit code 130, and leaves nothing behind", async () => {
    const { exitCode, output } = await runDemo({ TMPDIR: inFolder() }, { interruptAt: "creating (0s)" });
    expect(exitCode, output).to.equal(130);
    expect(output).to.match(/Stopped by SIGINT; nothing is left behind\.\n$/);
    expect(await readdir(inFolder())).to.deep.equal([]);
  });
});
