import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

export interface ProcessOptions {
  deadlineSeconds: number;
  onText: (text: string) => void;
  /** Kills the process and everything that it started. */
  signal: AbortSignal;
}

export interface ProcessEnd {
  succeeded: boolean;
  /** Whether it came to its end by itself, well or not. */
  ended: boolean;
  /** How it ended when it did not succeed: "ended with code 2". */
  reason: string;
}

/**
 * Runs a program to its end, standard input closed, its output handed on as it comes. Past the deadline it is
 * killed with everything that it started.
 */
export async function runProcess(
  command: string,
  programArguments: readonly string[],
  { deadlineSeconds, onText, signal }: ProcessOptions,
): Promise<ProcessEnd> {
  const child = spawn(command, programArguments, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...quietEnvironment() },
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", onText);
  const deadline = AbortSignal.timeout(deadlineSeconds * 1000);
  const kill = (): void => killTree(child);
  for (const end of [deadline, signal]) end.addEventListener("abort", kill);
  if (signal.aborted) kill();
  try {
    const [code, killer] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (killer === null) return { succeeded: code === 0, ended: true, reason: `ended with code ${code}` };
    const reason = deadline.aborted ? `was killed after ${deadlineSeconds} s` : `was ended by ${killer}`;
    return { succeeded: false, ended: false, reason };
  } catch (error) {
    return { succeeded: false, ended: false, reason: `could not be started: ${(error as Error).message}` };
  } finally {
    for (const end of [deadline, signal]) end.removeEventListener("abort", kill);
  }
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/** No tool looks for its own updates or reports home; colours only when a person is looking. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return {
    npm_config_update_notifier: "false",
    NO_UPDATE_NOTIFIER: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    ...(process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: "1" } : {}),
  };
}
