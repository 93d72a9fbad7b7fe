import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

const running = new Set<ChildProcess>();

export interface ProcessEnd {
  succeeded: boolean;
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
  options: { deadlineSeconds: number; onText: (text: string) => void },
): Promise<ProcessEnd> {
  const child = spawn(command, programArguments, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...quietEnvironment() },
    detached: true,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", options.onText);
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    killTree(child);
  }, options.deadlineSeconds * 1000);
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
    const reason = late ? `was still running after ${options.deadlineSeconds} s and was killed` : how;
    return { succeeded: code === 0, reason };
  } catch (error) {
    return { succeeded: false, reason: `could not be started: ${(error as Error).message}` };
  } finally {
    clearTimeout(deadline);
    running.delete(child);
  }
}

/** Ends everything that is still running, for an interrupted run. */
export function killRunning(): void {
  for (const child of running) killTree(child);
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
