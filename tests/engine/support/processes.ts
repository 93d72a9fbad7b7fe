import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** The command line: the program and its arguments. */
  readonly command: string;
}

/** Every process that one has started, and every process that those have started, parents first. */
export async function descendants(ancestor = process.pid): Promise<RunningProcess[]> {
  const processes = await allProcesses();
  const below = (parent: number): RunningProcess[] =>
    processes.filter((one) => one.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(ancestor);
}

/** Sends a signal to processes of which some may have ended already. */
export function signal(name: NodeJS.Signals, processes: readonly RunningProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended already, as the `ps` has that named it.
    }
  }
}

function allProcesses(): Promise<RunningProcess[]> {
  return process.platform === "linux" ? processesOfLinux() : processesOfPs();
}

/** Slim images of Linux have no `ps`. */
async function processesOfLinux(): Promise<RunningProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all([read(pid, "stat"), read(pid, "cmdline")]);
      const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(stat) ?? [];
      return { pid: Number(pid), parent: Number(parent), command: command.replaceAll("\0", " ").trim() };
    }),
  );
  // One that has ended meanwhile has no stat.
  return processes.filter(({ parent }) => !Number.isNaN(parent));
}

async function processesOfPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [pid, parent, ...words] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: words.join(" ") };
    });
}
