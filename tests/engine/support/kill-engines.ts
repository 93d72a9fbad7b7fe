import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/**
 * Kills, as by `kill -9`, every `pulumi` that this process has started, and whatever those have started: nothing is left
 * to be orderly.
 */
export async function killEngines(): Promise<void> {
  const processes = await allProcesses();
  const below = (ancestor: number): number[] =>
    processes.filter(({ parent }) => parent === ancestor).flatMap(({ pid }) => [pid, ...below(pid)]);
  const engines = processes.filter(({ parent, command }) => parent === process.pid && command === "pulumi");
  for (const pid of engines.flatMap((engine) => [engine.pid, ...below(engine.pid)])) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended already, as the `ps` has that named it.
    }
  }
}

function allProcesses(): Promise<Process[]> {
  return process.platform === "linux" ? processesOfLinux() : processesOfPs();
}

/** Slim images of Linux have no `ps`. */
async function processesOfLinux(): Promise<Process[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    names.map((name) => readFile(`/proc/${name}/stat`, "utf8").catch(() => "")),
  );
  return stats.flatMap((stat) => {
    const [, pid, command, parent] = /^(\d+) \((.*)\) \S (\d+) /s.exec(stat) ?? [];
    // One that has ended meanwhile has no stat.
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

async function processesOfPs(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,comm="]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [pid, parent, command = ""] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: basename(command) };
    });
}
