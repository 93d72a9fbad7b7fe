import { spawn } from "node:child_process";
import { constants, platform, setPriority } from "node:os";
import { createInterface } from "node:readline";

/** How a process is run. */
export interface ProcessOptions {
  readonly cwd?: string;
  /** The whole environment of the process. */
  readonly env: NodeJS.ProcessEnv;
  /** Interrupts the process, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  /** Gets each line of standard error as it comes. */
  readonly onErrorLine?: (line: string) => void;
  /** Whether the process leaves the processor to others while they want it. Default false. */
  readonly inBackground?: boolean;
  /**
   * Whether Ctrl-C at the terminal reaches the process through `signal` alone, and not a second time from the terminal.
   * Default false.
   */
  readonly apartFromTerminal?: boolean;
  /** Whether the output appears on this process's own standard output and error as well, as it comes. */
  readonly show?: boolean;
}

/** What a process came to. */
export interface ProcessResult {
  /** 128 and the number of the signal, as shells say it, for a process that a signal ended. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const signalNumbers: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a process without input to its end and collects its output. A process that ends badly is a result.
 *
 * @throws only if the process could not be started, with the system's code (`ENOENT`).
 */
export function runProcess(
  file: string,
  processArguments: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, processArguments, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      // On Windows this would open a window instead.
      detached: options.apartFromTerminal === true && platform() !== "win32",
    });
    if (options.inBackground && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const interrupt = () => child.kill("SIGINT");
    const stdout = collect(child.stdout, options.show ? process.stdout : undefined);
    const stderr = collect(child.stderr, options.show ? process.stderr : undefined);
    if (options.onErrorLine) createInterface(child.stderr).on("line", options.onErrorLine);
    if (options.signal?.aborted) interrupt();
    options.signal?.addEventListener("abort", interrupt);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      options.signal?.removeEventListener("abort", interrupt);
      const exitCode = code ?? 128 + (signalNumbers[signal ?? "SIGTERM"] ?? 0);
      resolve({ exitCode, stdout: stdout(), stderr: stderr() });
    });
  });
}

function collect(stream: NodeJS.ReadableStream, echo: NodeJS.WritableStream | undefined): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    echo?.write(chunk);
  });
  return () => Buffer.concat(chunks).toString("utf8");
}
