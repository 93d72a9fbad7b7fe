import { runProcess } from "../process/run-process";

/** What could make it another build. A variable that is undefined is not passed on. */
const sameEverywhere = {
  CGO_ENABLED: "0",
  GO111MODULE: "on",
  GOWORK: "off",
  GOOS: undefined,
  GOARCH: undefined,
};

/** How one `go` command is run. */
export interface GoCommand {
  /** The module's folder: its `go.mod` decides versions and toolchain. */
  readonly folder: string;
  readonly arguments: readonly string[];
  /** Where go keeps its work, instead of in the system's folder, where it would stay if go were killed. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  /** Gets each line of standard error as it comes. */
  readonly onMessage?: (line: string) => void;
}

/**
 * Runs `go` and resolves to its standard output, line by line. Proxy, checksum database, caches, toolchain and flags
 * are as the person has set them.
 */
export async function runGo(command: GoCommand): Promise<readonly string[]> {
  const { folder, arguments: words, temporary, signal, onMessage } = command;
  const result = await runProcess("go", words, {
    cwd: folder,
    env: { ...process.env, ...sameEverywhere, GOTMPDIR: temporary },
    signal,
    // Tests that need no engine run at the same time.
    inBackground: true,
    ...(onMessage && { onErrorLine: onMessage }),
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new Error("Go is not installed");
    throw error;
  });
  signal.throwIfAborted();
  if (result.exitCode !== 0) throw new Error(`go ${words[0]} failed: ${lastWords(result.stderr)}`);
  return result.stdout.trim().split("\n");
}

/** What go said in the end, without its progress: names of packages have neither blanks nor colons. */
function lastWords(text: string): string {
  const said = text.split("\n").filter((line) => /[ :]/.test(line) && !line.startsWith("go: downloading "));
  return said.slice(-3).join("; ");
}
